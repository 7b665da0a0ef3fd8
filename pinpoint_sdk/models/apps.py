"""Projects (AWS: applications) and the settings that their campaigns and journeys start from."""

from __future__ import annotations

from typing import Annotated

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import CampaignHook, CampaignLimits, QuietTime


@define(kw_only=True, repr=False)
class CreateApplicationRequest(Model):
    """What ``create_app`` needs to create a project; a region holds up to 100.

    AWS shape: ``CreateApplicationRequest``.
    """

    name: Annotated[str, Wire("Name")]
    """Display name, which the console shows as project name."""
    tags: Annotated[dict[str, str] | None, Wire("tags")] = None
    """Tags of the new project. At most 50, keys up to 128 and values up to 256 characters; keys
    that start with ``aws:`` are AWS's own.
    """


@define(kw_only=True, repr=False)
class ApplicationResponse(Response):
    """A project, as ``create_app``, ``get_app`` and ``delete_app`` return it and ``get_apps`` lists
    it.

    AWS shape: ``ApplicationResponse``.
    """

    arn: Annotated[str, Wire("Arn")]
    """ARN of the project, ``arn:aws:mobiletargeting:<region>:<account>:apps/<id>``."""
    id: Annotated[str, Wire("Id")]
    """Id of the project, 32 lower-case hex digits; every operation on its contents takes it as
    ``application_id``.
    """
    name: Annotated[str, Wire("Name")]
    """Display name, which the console shows as project name."""
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Tags of the project."""
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the project was created, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""


@define(kw_only=True, repr=False)
class ApplicationsResponse(Response):
    """One page of the projects of an account, from ``get_apps``.

    AWS shape: ``ApplicationsResponse``.
    """

    item: Annotated[list[ApplicationResponse], Wire("Item")] = field(factory=list)
    """The projects of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``token`` to ``get_apps`` for the next page; ``None`` on the last page."""


@define(kw_only=True, repr=False)
class WriteApplicationSettingsRequest(Model):
    """Defaults for the campaigns and journeys of a project, written by
    ``update_application_settings``. What a campaign or journey sets for itself takes precedence.

    AWS shape: ``WriteApplicationSettingsRequest``.
    """

    campaign_hook: Annotated[CampaignHook | None, Wire("CampaignHook")] = None
    """Lambda function that tailors the segment of every campaign without a ``hook`` of its own."""
    cloud_watch_metrics_enabled: Annotated[bool | None, Wire("CloudWatchMetricsEnabled")] = None
    """Whether the project's alarms in Amazon CloudWatch are on."""
    event_tagging_enabled: Annotated[bool | None, Wire("EventTaggingEnabled")] = None
    """Whether event tagging is on; AWS does not document what that covers."""
    limits: Annotated[CampaignLimits | None, Wire("Limits")] = None
    """Caps for every campaign without ``limits`` of its own. ``daily`` covers journeys too."""
    quiet_time: Annotated[QuietTime | None, Wire("QuietTime")] = None
    """Daily span without messages from campaigns and journeys without a span of their own; see
    ``QuietTime`` for the conditions.
    """
    journey_limits: Annotated[ApplicationSettingsJourneyLimits | None, Wire("JourneyLimits")] = None
    """Caps for every journey without ``limits`` of its own."""


@define(kw_only=True, repr=False)
class ApplicationSettingsResource(Response):
    """Defaults for the campaigns and journeys of a project, from ``get_application_settings`` and
    ``update_application_settings``. The former returns hook, limits and quiet time even when never
    set, filled with 0 and empty strings; neither returns the CloudWatch and event tagging switches.

    AWS shape: ``ApplicationSettingsResource``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project."""
    campaign_hook: Annotated[CampaignHook | None, Wire("CampaignHook")] = None
    """Lambda function that tailors the segment of every campaign without a ``hook`` of its own."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the settings were last changed, in ISO 8601 (``2019-10-08T18:40:16.581Z``)."""
    limits: Annotated[CampaignLimits | None, Wire("Limits")] = None
    """Caps for every campaign without ``limits`` of its own. ``daily`` covers journeys too."""
    quiet_time: Annotated[QuietTime | None, Wire("QuietTime")] = None
    """Daily span without messages from campaigns and journeys without a span of their own; see
    ``QuietTime`` for the conditions.
    """
    journey_limits: Annotated[ApplicationSettingsJourneyLimits | None, Wire("JourneyLimits")] = None
    """Caps for every journey without ``limits`` of its own."""


@define(kw_only=True, repr=False)
class ApplicationSettingsJourneyLimits(Model):
    """Default caps on what the journeys of a project send to one endpoint; a journey with
    ``limits`` of its own goes by those.

    AWS shape: ``ApplicationSettingsJourneyLimits``.
    """

    daily_cap: Annotated[int | None, Wire("DailyCap")] = None
    """Messages a day from all journeys together, up to 100; 0 means no cap."""
    timeframe_cap: Annotated[JourneyTimeframeCap | None, Wire("TimeframeCap")] = None
    """Messages within a span of days from all journeys together."""
    total_cap: Annotated[int | None, Wire("TotalCap")] = None
    """Messages from any single journey, up to 100; 0 means no cap."""


@define(kw_only=True, repr=False)
class JourneyTimeframeCap(Model):
    """Cap on what one endpoint gets from all journeys within a span of days; 0 in either member
    lifts it.

    AWS shape: ``JourneyTimeframeCap``.
    """

    cap: Annotated[int | None, Wire("Cap")] = None
    """Messages within the span, up to 100."""
    days: Annotated[int | None, Wire("Days")] = None
    """Length of the span in days, up to 30."""
