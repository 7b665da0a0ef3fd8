"""Endpoints: where a user can be reached, on what device, and who the user is."""

from __future__ import annotations

from typing import Annotated

from attrs import define, field

from pinpoint_sdk.models.base import Model, Response, Wire
from pinpoint_sdk.models.common import ChannelType


@define(kw_only=True, repr=False)
class EndpointRequest(Model):
    """What to store about one endpoint; body of ``update_endpoint``, which creates the endpoint or
    merges into it: members and attribute names left out keep their stored values. An endpoint takes
    up to 15 KB.

    AWS shape: ``EndpointRequest``.
    """

    address: Annotated[str | None, Wire("Address")] = None
    """Where messages arrive. Push: the token the push service gave the device (APNs device token,
    FCM registration token). SMS: a phone number in E.164 form. Email: an email address.
    """
    attributes: Annotated[dict[str, list[str]] | None, Wire("Attributes")] = None
    """Custom attributes, each a list of strings even for one value; segments can filter on them. A
    list replaces the stored one, ``[]`` clears it. At most 250 attributes with up to 50 values
    each; names up to 50 characters, case sensitive, values up to 100. The console cannot show names
    with a slash, a backslash, ``#``, ``:`` or ``?``.
    """
    channel_type: Annotated[ChannelType | None, Wire("ChannelType")] = None
    """Channel that messages to ``address`` go through."""
    demographic: Annotated[EndpointDemographic | None, Wire("Demographic")] = None
    """The device, the app on it, its locale and time zone."""
    effective_date: Annotated[str | None, Wire("EffectiveDate")] = None
    """When the endpoint is updated, ISO 8601."""
    endpoint_status: Annotated[str | None, Wire("EndpointStatus")] = None
    """``ACTIVE``: the endpoint gets messages; ``INACTIVE``: it does not. Every create or update
    sets ``ACTIVE``; updating an endpoint sets ``INACTIVE`` on any other with that ``address``.
    """
    location: Annotated[EndpointLocation | None, Wire("Location")] = None
    """Where the endpoint is."""
    metrics: Annotated[dict[str, float] | None, Wire("Metrics")] = None
    """Custom numbers by name; segments can filter on them."""
    opt_out: Annotated[str | None, Wire("OptOut")] = None
    """``NONE``: the user takes messages. ``ALL``: the user has opted out of every one."""
    request_id: Annotated[str | None, Wire("RequestId")] = None
    """Id of the latest update request for the endpoint."""
    user: Annotated[EndpointUser | None, Wire("User")] = None
    """The user the endpoint belongs to: id and attributes."""


@define(kw_only=True, repr=False)
class EndpointResponse(Response):
    """An endpoint as stored; returned by ``get_endpoint`` and ``delete_endpoint``, listed by
    ``get_user_endpoints`` and ``delete_user_endpoints``.

    AWS shape: ``EndpointResponse``.
    """

    address: Annotated[str | None, Wire("Address")] = None
    """Where messages arrive. Push: the token the push service gave the device. SMS: a phone number
    in E.164 form. Email: an email address.
    """
    application_id: Annotated[str | None, Wire("ApplicationId")] = None
    """Id of the project that owns the endpoint, 32 lower-case hex digits."""
    attributes: Annotated[dict[str, list[str]], Wire("Attributes")] = field(factory=dict)
    """Custom attributes by name, each a list of strings; segments can filter on them."""
    channel_type: Annotated[ChannelType | None, Wire("ChannelType")] = None
    """Channel that messages to ``address`` go through."""
    cohort_id: Annotated[str | None, Wire("CohortId")] = None
    """Number of the endpoint's cohort as a string, ``0`` to ``99``. Cohorts are random, about 1 %
    of the project's endpoints each; campaigns draw treatments and holdout from them.
    """
    creation_date: Annotated[str | None, Wire("CreationDate")] = None
    """When the endpoint was created, ISO 8601."""
    demographic: Annotated[EndpointDemographic | None, Wire("Demographic")] = None
    """The device, the app on it, its locale and time zone."""
    effective_date: Annotated[str | None, Wire("EffectiveDate")] = None
    """When the endpoint was last updated, ISO 8601."""
    endpoint_status: Annotated[str | None, Wire("EndpointStatus")] = None
    """``ACTIVE``: the endpoint gets messages; ``INACTIVE``: it does not, because a caller set so,
    an update gave another endpoint this ``address`` or, as the 2017-09-27 release says, a delivery
    failed.
    """
    id: Annotated[str | None, Wire("Id")] = None
    """Id the caller gave the endpoint; a GUID keeps it unique within the project."""
    location: Annotated[EndpointLocation | None, Wire("Location")] = None
    """Where the endpoint is."""
    metrics: Annotated[dict[str, float], Wire("Metrics")] = field(factory=dict)
    """Custom numbers by name; segments can filter on them."""
    opt_out: Annotated[str | None, Wire("OptOut")] = None
    """``NONE``: the user takes messages. ``ALL``: the user has opted out of every one."""
    request_id: Annotated[str | None, Wire("RequestId")] = None
    """Id of the latest update request for the endpoint."""
    user: Annotated[EndpointUser | None, Wire("User")] = None
    """The user the endpoint belongs to: id and attributes."""
    shard_id: Annotated[str | None, Wire("ShardId")] = None
    """2017-09-27 release; AWS no longer lists it. Id of the endpoint's shard."""


@define(kw_only=True, repr=False)
class EndpointBatchRequest(Model):
    """Endpoints to create or change in one call; body of ``update_endpoints_batch``.

    AWS shape: ``EndpointBatchRequest``.
    """

    item: Annotated[list[EndpointBatchItem], Wire("Item")]
    """The endpoints, at most 100 items and 7 MB in one request."""


@define(kw_only=True, repr=False)
class EndpointBatchItem(Model):
    """One endpoint of an ``EndpointBatchRequest``: the members of an ``EndpointRequest``, plus the
    ``id`` that ``update_endpoint`` takes as an argument.

    AWS shape: ``EndpointBatchItem``.
    """

    address: Annotated[str | None, Wire("Address")] = None
    """Where messages arrive. Push: the token the push service gave the device (APNs device token,
    FCM registration token). SMS: a phone number in E.164 form. Email: an email address.
    """
    attributes: Annotated[dict[str, list[str]] | None, Wire("Attributes")] = None
    """Custom attributes, each a list of strings even for one value; segments can filter on them. A
    list replaces the stored one, ``[]`` clears it. At most 250 attributes with up to 50 values
    each; names up to 50 characters, case sensitive, values up to 100. The console cannot show names
    with a slash, a backslash, ``#``, ``:`` or ``?``.
    """
    channel_type: Annotated[ChannelType | None, Wire("ChannelType")] = None
    """Channel that messages to ``address`` go through."""
    demographic: Annotated[EndpointDemographic | None, Wire("Demographic")] = None
    """The device, the app on it, its locale and time zone."""
    effective_date: Annotated[str | None, Wire("EffectiveDate")] = None
    """When the endpoint was created or updated, ISO 8601."""
    endpoint_status: Annotated[str | None, Wire("EndpointStatus")] = None
    """``ACTIVE``: the endpoint gets messages; ``INACTIVE``: it does not. Every create or update
    sets ``ACTIVE``; updating an endpoint sets ``INACTIVE`` on any other with that ``address``.
    """
    id: Annotated[str | None, Wire("Id")] = None
    """Id of the endpoint, unique within the batch."""
    location: Annotated[EndpointLocation | None, Wire("Location")] = None
    """Where the endpoint is."""
    metrics: Annotated[dict[str, float] | None, Wire("Metrics")] = None
    """Custom numbers by name; segments can filter on them."""
    opt_out: Annotated[str | None, Wire("OptOut")] = None
    """``NONE``: the user takes messages. ``ALL``: the user has opted out of every one."""
    request_id: Annotated[str | None, Wire("RequestId")] = None
    """Id of the request that creates or updates the endpoint."""
    user: Annotated[EndpointUser | None, Wire("User")] = None
    """The user the endpoint belongs to: id and attributes."""


@define(kw_only=True, repr=False)
class EndpointDemographic(Model):
    """The device behind an endpoint and the app installed on it; ``demographic`` of an endpoint.
    Segments filter on parts of it through ``SegmentDemographics``.

    AWS shape: ``EndpointDemographic``.
    """

    app_version: Annotated[str | None, Wire("AppVersion")] = None
    """Version of the app the endpoint belongs to."""
    locale: Annotated[str | None, Wire("Locale")] = None
    """ISO 639-1 language, underscore, ISO 3166-1 alpha-2 country or region: ``en_US``."""
    make: Annotated[str | None, Wire("Make")] = None
    """Manufacturer of the device, such as ``apple`` or ``samsung``."""
    model: Annotated[str | None, Wire("Model")] = None
    """Model name or number of the device, such as ``iPhone`` or ``SM-G900F``."""
    model_version: Annotated[str | None, Wire("ModelVersion")] = None
    """Version of the device model."""
    platform: Annotated[str | None, Wire("Platform")] = None
    """Operating system of the device, such as ``ios`` or ``android``."""
    platform_version: Annotated[str | None, Wire("PlatformVersion")] = None
    """Version of ``platform``."""
    timezone: Annotated[str | None, Wire("Timezone")] = None
    """IANA time zone, such as ``America/Los_Angeles``."""


@define(kw_only=True, repr=False)
class EndpointLocation(Model):
    """Where an endpoint is; ``location`` of an endpoint. Segments filter on country and coordinates
    through ``SegmentLocation``.

    AWS shape: ``EndpointLocation``.
    """

    city: Annotated[str | None, Wire("City")] = None
    """Name of the city."""
    country: Annotated[str | None, Wire("Country")] = None
    """Country or region, ISO 3166-1 alpha-2, such as ``US``."""
    latitude: Annotated[float | None, Wire("Latitude")] = None
    """Latitude in degrees; comes back rounded to one decimal, some 11 km."""
    longitude: Annotated[float | None, Wire("Longitude")] = None
    """Longitude in degrees; comes back rounded to one decimal, some 11 km."""
    postal_code: Annotated[str | None, Wire("PostalCode")] = None
    """Postal or ZIP code."""
    region: Annotated[str | None, Wire("Region")] = None
    """Name of the region; in the United States, the state."""


@define(kw_only=True, repr=False)
class EndpointUser(Model):
    """The user an endpoint belongs to; ``user`` of an endpoint. ``send_users_messages`` addresses
    users by their ``user_id``.

    AWS shape: ``EndpointUser``.
    """

    user_attributes: Annotated[dict[str, list[str]] | None, Wire("UserAttributes")] = None
    """Custom attributes of the user, each a list of strings even for one value; segments can filter
    on them. Names have up to 50 characters and are case sensitive, values up to 100. The console
    cannot show names with a slash, a backslash, ``#``, ``:`` or ``?``.
    """
    user_id: Annotated[str | None, Wire("UserId")] = None
    """Id of the user. A user has at most 15 endpoints: a further push endpoint evicts the oldest
    one, a further endpoint of another channel is refused with 400.
    """


@define(kw_only=True, repr=False)
class EndpointsResponse(Response):
    """All endpoints of one user; returned by ``get_user_endpoints`` and ``delete_user_endpoints``.

    AWS shape: ``EndpointsResponse``.
    """

    item: Annotated[list[EndpointResponse], Wire("Item")]
    """The endpoints of the user, 15 at most."""


@define(kw_only=True, repr=False)
class AttributesResource(Response):
    """What ``remove_attributes`` removed from the endpoints of a project.

    AWS shape: ``AttributesResource``.
    """

    application_id: Annotated[str, Wire("ApplicationId")]
    """Id of the project that owns the endpoints, 32 lower-case hex digits."""
    attribute_type: Annotated[str, Wire("AttributeType")]
    """Kind of the attributes: ``endpoint-custom-attributes`` (``attributes`` of endpoints),
    ``endpoint-metric-attributes`` (``metrics`` of endpoints) or ``endpoint-user-attributes``
    (``user_attributes`` of users).
    """
    attributes: Annotated[list[str], Wire("Attributes")] = field(factory=list)
    """Names of the attributes removed."""


@define(kw_only=True, repr=False)
class UpdateAttributesRequest(Model):
    """Which attributes to remove from the endpoints of a project; body of ``remove_attributes``,
    which takes their kind as an argument.

    AWS shape: ``UpdateAttributesRequest``.
    """

    blacklist: Annotated[list[str] | None, Wire("Blacklist")] = None
    """Attributes to remove: exact, complete names, or glob patterns that names must match."""
