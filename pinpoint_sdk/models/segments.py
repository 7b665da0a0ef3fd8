"""Segments: which endpoints are addressed, by criteria or from an import."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import AttributeDimension, Format, MetricDimension, SetDimension

SegmentType: TypeAlias = Literal["DIMENSIONAL", "IMPORT"]
"""Where a segment's endpoints come from. ``DIMENSIONAL``: criteria, applied to what the app
reports, so membership changes over time. ``IMPORT``: endpoint definitions from files, fixed; only
``create_import_job`` makes one.
"""


Duration: TypeAlias = Literal["HR_24", "DAY_7", "DAY_14", "DAY_30"]
"""How far back activity counts: ``HR_24`` 24 hours, ``DAY_7`` 7 days, ``DAY_14`` 14 days,
``DAY_30`` 30 days.
"""


RecencyType: TypeAlias = Literal["ACTIVE", "INACTIVE"]
"""Which side of a ``Duration`` is selected: ``ACTIVE``, endpoints with activity in it;
``INACTIVE``, endpoints without.
"""


SourceType: TypeAlias = Literal["ALL", "ANY", "NONE"]
"""How a group combines its base segments: endpoints in every one (``ALL``), in at least one
(``ANY``) or in none (``NONE``).
"""


Type: TypeAlias = Literal["ALL", "ANY", "NONE"]
"""How a group combines its dimensions: endpoints that meet every one (``ALL``), at least one
(``ANY``) or none (``NONE``).
"""


Include: TypeAlias = Literal["ALL", "ANY", "NONE"]
"""How a segment combines its groups: endpoints that match every one (``ALL``), at least one
(``ANY``) or none (``NONE``).
"""


@define(kw_only=True, repr=False)
class WriteSegmentRequest(Model):
    """Definition of a segment; body of ``create_segment`` and ``update_segment``. Takes
    ``dimensions`` or ``segment_groups``, not both.

    AWS shape: ``WriteSegmentRequest``.
    """

    dimensions: Annotated[SegmentDimensions | None, Wire("Dimensions")] = None
    """Criteria that select the endpoints; excludes ``segment_groups``."""
    name: Annotated[str | None, Wire("Name")] = None
    """Name of the segment."""
    segment_groups: Annotated[SegmentGroupList | None, Wire("SegmentGroups")] = None
    """Base segments and the dimensions that filter them; excludes ``dimensions``. A request holds
    one group at most.
    """
    tags: Annotated[dict[str, str] | None, Wire("tags")] = None
    """Tags by key: at most 50, keys up to 128 characters, values up to 256, ``aws:`` reserved.
    ``update_segment`` ignores them without an error since 2023-05-22; change tags with
    ``tag_resource`` and ``untag_resource``.
    """


@define(kw_only=True, repr=False)
class SegmentResponse(Response):
    """A segment in one of its versions; returned by ``create_segment``, ``get_segment``,
    ``get_segment_version``, ``update_segment`` and ``delete_segment``, listed by ``get_segments``
    and ``get_segment_versions``. An imported one carries ``import_definition``.

    AWS shape: ``SegmentResponse``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project that owns the segment, 32 lower-case hex digits."""
    arn: Annotated[str, Wire("Arn")]
    """ARN: ``arn:aws:mobiletargeting:<region>:<account>:apps/<id>/segments/<id>``."""
    creation_date: Annotated[str, Wire("CreationDate")]
    """When the segment was created, ISO 8601."""
    id: Annotated[str, Wire("Id")]
    """Id of the segment, 32 lower-case hex digits."""
    segment_type: Annotated[SegmentType, Wire("SegmentType")]
    """Whether criteria (``DIMENSIONAL``) or an import (``IMPORT``) supplies the endpoints."""
    dimensions: Annotated[SegmentDimensions | None, Wire("Dimensions")] = None
    """Criteria that select the endpoints."""
    import_definition: Annotated[SegmentImportResource | None, Wire("ImportDefinition")] = None
    """The import job behind the segment."""
    last_modified_date: Annotated[str | None, Wire("LastModifiedDate")] = None
    """When the segment last changed, ISO 8601; on creation equal to ``creation_date``."""
    name: Annotated[str | None, Wire("Name")] = None
    """Name of the segment."""
    segment_groups: Annotated[SegmentGroupList | None, Wire("SegmentGroups")] = None
    """Base segments and the dimensions that filter them."""
    tags: Annotated[dict[str, str], Wire("tags")] = field(factory=dict)
    """Tags by key."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the segment: 1 at first, one more with every update."""


@define(kw_only=True, repr=False)
class SegmentDimensions(Model):
    """Criteria that take endpoints into a segment or keep them out, by what is known of device,
    place, activity, attributes and metrics. A segment takes up to 100 dimensions.

    AWS shape: ``SegmentDimensions``.
    """

    attributes: Annotated[dict[str, AttributeDimension] | None, Wire("Attributes")] = None
    """Criteria by name of a custom endpoint attribute."""
    behavior: Annotated[SegmentBehaviors | None, Wire("Behavior")] = None
    """Criteria on how recently the endpoint was active."""
    demographic: Annotated[SegmentDemographics | None, Wire("Demographic")] = None
    """Criteria on channel, app version and device."""
    location: Annotated[SegmentLocation | None, Wire("Location")] = None
    """Criteria on country or region and on coordinates."""
    metrics: Annotated[dict[str, MetricDimension] | None, Wire("Metrics")] = None
    """Criteria by name of a custom endpoint metric."""
    user_attributes: Annotated[dict[str, AttributeDimension] | None, Wire("UserAttributes")] = None
    """Criteria by name of a custom user attribute."""


@define(kw_only=True, repr=False)
class SegmentBehaviors(Model):
    """Selects endpoints by their activity; ``behavior`` of ``SegmentDimensions``.

    AWS shape: ``SegmentBehaviors``.
    """

    recency: Annotated[RecencyDimension | None, Wire("Recency")] = None
    """How long ago the endpoint was active."""


@define(kw_only=True, repr=False)
class RecencyDimension(Model):
    """Selects endpoints that were, or were not, active in the latest hours or days; ``recency`` of
    ``SegmentBehaviors``.

    AWS shape: ``RecencyDimension``.
    """

    duration: Annotated[Duration, Wire("Duration")]
    """How far back activity counts: 24 hours or 7, 14 or 30 days."""
    recency_type: Annotated[RecencyType, Wire("RecencyType")]
    """``ACTIVE`` selects endpoints with activity in ``duration``, ``INACTIVE`` those without."""


@define(kw_only=True, repr=False)
class SegmentDemographics(Model):
    """Selects endpoints by channel, app and device; ``demographic`` of ``SegmentDimensions``.

    AWS shape: ``SegmentDemographics``.
    """

    app_version: Annotated[SetDimension | None, Wire("AppVersion")] = None
    """App versions to match."""
    channel: Annotated[SetDimension | None, Wire("Channel")] = None
    """Channels to match."""
    device_type: Annotated[SetDimension | None, Wire("DeviceType")] = None
    """Device types to match."""
    make: Annotated[SetDimension | None, Wire("Make")] = None
    """Device manufacturers to match, such as ``apple``."""
    model: Annotated[SetDimension | None, Wire("Model")] = None
    """Device models to match, such as ``iPhone``."""
    platform: Annotated[SetDimension | None, Wire("Platform")] = None
    """Device platforms to match, such as ``ios``."""


@define(kw_only=True, repr=False)
class SegmentLocation(Model):
    """Selects endpoints by where they are; ``location`` of ``SegmentDimensions``.

    AWS shape: ``SegmentLocation``.
    """

    country: Annotated[SetDimension | None, Wire("Country")] = None
    """Countries or regions to match, ISO 3166-1 alpha-2."""
    gps_point: Annotated[GPSPointDimension | None, Wire("GPSPoint")] = None
    """A point and how far from it an endpoint may be."""


@define(kw_only=True, repr=False)
class GPSPointDimension(Model):
    """Selects endpoints by distance from a point; ``gps_point`` of ``SegmentLocation``.

    AWS shape: ``GPSPointDimension``.
    """

    coordinates: Annotated[GPSCoordinates, Wire("Coordinates")]
    """The point that distance is measured from."""
    range_in_kilometers: Annotated[float | None, Wire("RangeInKilometers")] = None
    """Distance from ``coordinates``, in kilometers."""


@define(kw_only=True, repr=False)
class GPSCoordinates(Model):
    """A point on the map; ``coordinates`` of ``GPSPointDimension``.

    AWS shape: ``GPSCoordinates``.
    """

    latitude: Annotated[float, Wire("Latitude")]
    """Latitude in degrees."""
    longitude: Annotated[float, Wire("Longitude")]
    """Longitude in degrees."""


@define(kw_only=True, repr=False)
class SegmentGroupList(Model):
    """Groups of base segments and dimensions, and how they combine; ``segment_groups`` of a
    segment.

    AWS shape: ``SegmentGroupList``.
    """

    groups: Annotated[list[SegmentGroup] | None, Wire("Groups")] = None
    """The groups; a ``WriteSegmentRequest`` holds one at most."""
    include: Annotated[Include | None, Wire("Include")] = None
    """Whether an endpoint must match all, any or none of ``groups``."""


@define(kw_only=True, repr=False)
class SegmentGroup(Model):
    """Base segments and the dimensions that filter them; a group of ``SegmentGroupList``.

    AWS shape: ``SegmentGroup``.
    """

    dimensions: Annotated[list[SegmentDimensions] | None, Wire("Dimensions")] = None
    """Filters on the endpoints of the base segments; ``type`` says how they combine."""
    source_segments: Annotated[list[SegmentReference] | None, Wire("SourceSegments")] = None
    """Base segments that supply the endpoints to filter, if any: one or more dimensional ones, or a
    single imported one. ``source_type`` says how they combine.
    """
    source_type: Annotated[SourceType | None, Wire("SourceType")] = None
    """Whether endpoints come from all, any or none of ``source_segments``."""
    type: Annotated[Type | None, Wire("Type")] = None
    """Whether an endpoint must match all, any or none of ``dimensions``."""


@define(kw_only=True, repr=False)
class SegmentReference(Model):
    """Points to a segment, or to one version of it, as the base of another; used in
    ``SegmentGroup``.

    AWS shape: ``SegmentReference``.
    """

    id: Annotated[str, Wire("Id")]
    """Id of the segment, 32 lower-case hex digits."""
    version: Annotated[int | None, Wire("Version")] = None
    """Version of the segment."""


@define(kw_only=True, repr=False)
class SegmentImportResource(Model):
    """The import job that made a segment; ``import_definition`` of a ``SegmentResponse``. Only
    read, never sent.

    AWS shape: ``SegmentImportResource``.
    """

    external_id: Annotated[str, Wire("ExternalId")]
    """Deprecated: the AWS account id, set as external id in the role's trust policy. Pinpoint no
    longer needs it, and AWS advises against it.
    """
    format: Annotated[Format, Wire("Format")]
    """Format of the imported files: ``CSV`` or ``JSON`` (newline-delimited)."""
    role_arn: Annotated[str, Wire("RoleArn")]
    """ARN of the IAM role that let Pinpoint read ``s3_url``."""
    s3_url: Annotated[str, Wire("S3Url")]
    """Amazon S3 location the files came from, a file or a folder: ``s3://bucket/folder/file``."""
    size: Annotated[int, Wire("Size")]
    """Number of endpoint definitions imported with success."""
    channel_counts: Annotated[dict[str, int], Wire("ChannelCounts")] = field(factory=dict)
    """Imported endpoint definitions by channel type."""


@define(kw_only=True, repr=False)
class SegmentsResponse(Response):
    """One page of segments: those of a project from ``get_segments``, or all versions of one from
    ``get_segment_versions``.

    AWS shape: ``SegmentsResponse``.
    """

    item: Annotated[list[SegmentResponse], Wire("Item")]
    """The segments, or versions, of the page."""
    next_token: Annotated[str | None, Wire("NextToken")] = None
    """Pass it as ``token`` to the same method for the next page; ``None`` on the last page."""
