"""A scenario that calls all 122 operations, as data.

Inputs are boto3's, with notations of their own: ``{"$ref": "app.Id"}`` is what a former answer
holds, ``{"$text": "{app.Arn}/journeys"}`` a text with such references, ``{"$code":
"+12065550142"}`` the digits of the last message to an address, and ``{"$date":
"2026-03-02T12:00:00Z"}`` a timestamp.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any, TypeAlias

import attrs
import boto3

from pinpoint_sdk.local import Clock, LocalPinpoint

JSON: TypeAlias = dict[str, Any]
Steps: TypeAlias = Iterator["Step"]

START = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
"""When it begins: a Monday."""


@attrs.frozen
class Step:
    """One call; ``keep`` names its answer for later, ``later`` is how far the clock moves first."""

    operation: str
    input: JSON
    keep: str = ""
    later: timedelta = timedelta()


def ref(path: str) -> JSON:
    return {"$ref": path}


def at(date: str) -> JSON:
    return {"$date": date}


APP = ref("app.Id")
ROLE = "arn:aws:iam::123456789012:role/pinpoint"
STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/pinpoint-events"
BUCKET = "pinpoint-data"
CONTACTS_CSV = (
    "ChannelType,Address,Id,Location.Country,User.UserId,Attributes.plan\n"
    "SMS,+12065550150,import-1,US,import-user-1,gold\n"
    "EMAIL,import@example.com,import-2,US,import-user-2,silver\n"
)
BROKEN_JSON = '{"ChannelType": "SMS", "Address": "+12065550151", "Id": "import-3"}\nno JSON\n'

PHONE, OTP_PHONE, EMAIL = "+12065550100", "+12065550142", "ann@example.com"


def outside(session: boto3.Session) -> None:
    """Make what the scenario needs of S3 and Kinesis; under moto."""
    untyped: Any = session
    s3 = untyped.client("s3", region_name="us-east-1")
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key="imports/contacts.csv", Body=CONTACTS_CSV.encode())
    s3.put_object(Bucket=BUCKET, Key="broken/contacts.json", Body=BROKEN_JSON.encode())
    kinesis = untyped.client("kinesis", region_name="us-east-1")
    kinesis.create_stream(StreamName="pinpoint-events", ShardCount=1)


def new_service(aws: boto3.Session) -> LocalPinpoint:
    """An embedded service as the scenario needs it; each one gives the same ids and dates."""
    return LocalPinpoint(clock=Clock(START), seed=122, aws=aws)


# What is written, with every member that AWS takes there.

CAMPAIGN_HOOK: JSON = {
    "LambdaFunctionName": "arn:aws:lambda:us-east-1:123456789012:function:hook",
    "Mode": "FILTER",
    "WebUrl": "https://example.com/hook",
}
CAMPAIGN_LIMITS: JSON = {
    "Daily": 100,
    "MaximumDuration": 600,
    "MessagesPerSecond": 50,
    "Session": 5,
    "Total": 100,
}
NIGHT: JSON = {"Start": "02:00", "End": "03:00"}
MESSAGE: JSON = {
    "Action": "URL",
    "Body": "Hello {{User.UserId}}",
    "ImageIconUrl": "https://example.com/icon.png",
    "ImageSmallIconUrl": "https://example.com/small.png",
    "ImageUrl": "https://example.com/image.png",
    "JsonBody": '{"offer": 1}',
    "MediaUrl": "https://example.com/media.png",
    "RawContent": '{"message": "hello"}',
    "SilentPush": False,
    "TimeToLive": 60,
    "Title": "Hello",
    "Url": "https://example.com",
}
HEADERS: list[JSON] = [{"Name": "List-Unsubscribe", "Value": "<https://example.com/leave>"}]
OVERRIDE: JSON = {"ButtonAction": "DEEP_LINK", "Link": "shop://offer"}
BUTTON: JSON = {
    "Android": OVERRIDE,
    "DefaultConfig": {
        "BackgroundColor": "#000000",
        "BorderRadius": 4,
        "ButtonAction": "LINK",
        "Link": "https://example.com",
        "Text": "Open",
        "TextColor": "#FFFFFF",
    },
    "IOS": OVERRIDE,
    "Web": {"ButtonAction": "LINK", "Link": "https://example.com/offer"},
}
IN_APP_CONTENT: list[JSON] = [
    {
        "BackgroundColor": "#FFFFFF",
        "BodyConfig": {"Alignment": "LEFT", "Body": "An offer", "TextColor": "#000000"},
        "HeaderConfig": {"Alignment": "CENTER", "Header": "For you", "TextColor": "#000000"},
        "ImageUrl": "https://example.com/image.png",
        "PrimaryBtn": BUTTON,
        "SecondaryBtn": BUTTON,
    }
]
MESSAGES: JSON = {
    "ADMMessage": MESSAGE,
    "APNSMessage": MESSAGE,
    "BaiduMessage": MESSAGE,
    "CustomMessage": {"Data": "{}"},
    "DefaultMessage": MESSAGE,
    "EmailMessage": {
        "Body": "Hello {{User.UserId}}",
        "FromAddress": "shop@example.com",
        "Headers": HEADERS,
        "HtmlBody": "<p>Hello {{User.UserId}}</p>",
        "Title": "Hello",
    },
    "GCMMessage": MESSAGE,
    "InAppMessage": {
        "Body": "An offer",
        "Content": IN_APP_CONTENT,
        "CustomConfig": {"theme": "dark"},
        "Layout": "TOP_BANNER",
    },
    "SMSMessage": {
        "Body": "Hello {{User.UserId}}",
        "EntityId": "entity",
        "MessageType": "PROMOTIONAL",
        "OriginationNumber": "+12065550199",
        "SenderId": "shop",
        "TemplateId": "template",
    },
}
TEMPLATES: JSON = {
    "EmailTemplate": {"Name": "welcome-email", "Version": "1"},
    "InAppTemplate": {"Name": "welcome-in-app", "Version": "1"},
    "PushTemplate": {"Name": "welcome-push", "Version": "1"},
    "SMSTemplate": {"Name": "welcome-sms", "Version": "1"},
    "VoiceTemplate": {"Name": "welcome-voice", "Version": "1"},
}
ATTRIBUTES: JSON = {"plan": {"AttributeType": "INCLUSIVE", "Values": ["gold"]}}
EVENT_DIMENSIONS: JSON = {
    "Attributes": ATTRIBUTES,
    "EventType": {"DimensionType": "INCLUSIVE", "Values": ["purchase"]},
    "Metrics": {"amount": {"ComparisonOperator": "GREATER_THAN", "Value": 1.5}},
}
EVENT_FILTER: JSON = {"Dimensions": EVENT_DIMENSIONS, "FilterType": "ENDPOINT"}
CUSTOM_DELIVERY: JSON = {
    "DeliveryUri": "https://example.com/deliver",
    "EndpointTypes": ["SMS", "EMAIL"],
}


def values(*accepted: str) -> JSON:
    return {"DimensionType": "INCLUSIVE", "Values": [*accepted]}


DIMENSIONS: JSON = {
    "Attributes": ATTRIBUTES,
    "Behavior": {"Recency": {"Duration": "DAY_30", "RecencyType": "ACTIVE"}},
    "Demographic": {
        "AppVersion": values("1.0"),
        "Channel": values("SMS"),
        "DeviceType": values("phone"),
        "Make": values("Acme"),
        "Model": values("One"),
        "Platform": values("android"),
    },
    "Location": {
        "Country": values("US"),
        "GPSPoint": {
            "Coordinates": {"Latitude": 47.6, "Longitude": -122.3},
            "RangeInKilometers": 50.5,
        },
    },
    "Metrics": {"visits": {"ComparisonOperator": "GREATER_THAN", "Value": 1.5}},
    "UserAttributes": {"interests": {"AttributeType": "INCLUSIVE", "Values": ["hats"]}},
}


def endpoint(channel_type: str, address: str, user: str) -> JSON:
    return {
        "Address": address,
        "Attributes": {"plan": ["gold"], "size": ["L", "XL"]},
        "ChannelType": channel_type,
        "Demographic": {
            "AppVersion": "1.0",
            "Locale": "en_US",
            "Make": "Acme",
            "Model": "One",
            "ModelVersion": "2",
            "Platform": "android",
            "PlatformVersion": "14",
            "Timezone": "America/Los_Angeles",
        },
        "EffectiveDate": "2026-03-01T00:00:00.000Z",
        "EndpointStatus": "ACTIVE",
        "Location": {
            "City": "Seattle",
            "Country": "US",
            "Latitude": 47.6,
            "Longitude": -122.3,
            "PostalCode": "98101",
            "Region": "WA",
        },
        "Metrics": {"visits": 3.5},
        "OptOut": "NONE",
        "User": {"UserAttributes": {"interests": ["hats"]}, "UserId": user},
    }


def schedule(start: str, frequency: str = "ONCE", **more: Any) -> JSON:
    return {
        "EndTime": "2026-06-01T00:00:00.000Z",
        "Frequency": frequency,
        "IsLocalTime": False,
        "QuietTime": NIGHT,
        "StartTime": start,
        "Timezone": "UTC",
        **more,
    }


def campaign(name: str, **more: Any) -> JSON:
    """Half of its endpoints get another treatment, a tenth nothing."""
    return {
        "AdditionalTreatments": [
            {
                "CustomDeliveryConfiguration": CUSTOM_DELIVERY,
                "MessageConfiguration": MESSAGES,
                "Schedule": schedule("2026-03-02T14:00:00.000Z", EventFilter=EVENT_FILTER),
                "SizePercent": 50,
                "TemplateConfiguration": TEMPLATES,
                "TreatmentDescription": "the other words",
                "TreatmentName": "other",
            }
        ],
        "CustomDeliveryConfiguration": CUSTOM_DELIVERY,
        "Description": "all of it",
        "HoldoutPercent": 10,
        "Hook": CAMPAIGN_HOOK,
        "IsPaused": False,
        "Limits": CAMPAIGN_LIMITS,
        "MessageConfiguration": MESSAGES,
        "Name": name,
        "Priority": 3,
        "Schedule": schedule("2026-03-02T14:00:00.000Z", EventFilter=EVENT_FILTER),
        "SegmentId": ref("everyone.Id"),
        "SegmentVersion": 1,
        "TemplateConfiguration": TEMPLATES,
        "TreatmentDescription": "the first words",
        "TreatmentName": "first",
        "tags": {"team": "growth"},
        **more,
    }


OPEN: JSON = {"MONDAY": [{"StartTime": "08:00", "EndTime": "20:00"}]}
CLOSED: list[JSON] = [
    {
        "Name": "New Year",
        "StartDateTime": "2027-01-01T00:00",
        "EndDateTime": "2027-01-02T00:00",
    }
]
JOURNEY_CHANNELS = ("CUSTOM", "EMAIL", "PUSH", "SMS", "VOICE")
WAIT: JSON = {"WaitFor": "PT1H", "WaitUntil": "2026-03-02T14:00:00Z"}
SIMPLE_CONDITION: JSON = {
    "EventCondition": {"Dimensions": EVENT_DIMENSIONS, "MessageActivity": "sms"},
    "SegmentCondition": {"SegmentId": ref("everyone.Id")},
    "SegmentDimensions": DIMENSIONS,
}
ACTIVITIES: JSON = {
    "custom": {
        "CUSTOM": {
            "DeliveryUri": "https://example.com/deliver",
            "EndpointTypes": ["SMS"],
            "MessageConfig": {"Data": "{}"},
            "NextActivity": "contact",
            "TemplateName": "welcome-sms",
            "TemplateVersion": "1",
        },
        "Description": "the customer's own channel",
    },
    "contact": {"ContactCenter": {"NextActivity": "sms"}, "Description": "a call"},
    "sms": {
        "Description": "a text",
        "SMS": {
            "MessageConfig": {
                "EntityId": "entity",
                "MessageType": "PROMOTIONAL",
                "OriginationNumber": "+12065550199",
                "SenderId": "shop",
                "TemplateId": "template",
            },
            "NextActivity": "wait",
            "TemplateName": "welcome-sms",
            "TemplateVersion": "1",
        },
    },
    "wait": {
        "Description": "an hour",
        "Wait": {"NextActivity": "split", "WaitTime": {"WaitFor": "PT1H"}},
    },
    "split": {
        "ConditionalSplit": {
            "Condition": {
                "Conditions": [{"SegmentCondition": {"SegmentId": ref("everyone.Id")}}],
                "Operator": "ALL",
            },
            "EvaluationWaitTime": {"WaitFor": "PT1H"},
            "FalseActivity": "push",
            "TrueActivity": "email",
        },
        "Description": "who is in the segment",
    },
    "email": {
        "Description": "a letter",
        "EMAIL": {
            "MessageConfig": {"FromAddress": "shop@example.com"},
            "NextActivity": "multi",
            "TemplateName": "welcome-email",
            "TemplateVersion": "1",
        },
    },
    "multi": {
        "Description": "one of many ways",
        "MultiCondition": {
            "Branches": [
                {
                    "Condition": {"SegmentCondition": {"SegmentId": ref("everyone.Id")}},
                    "NextActivity": "random",
                }
            ],
            "DefaultActivity": "push",
            "EvaluationWaitTime": {"WaitFor": "PT1H"},
        },
    },
    "random": {
        "Description": "by chance",
        "RandomSplit": {
            "Branches": [
                {"NextActivity": "holdout", "Percentage": 60},
                {"NextActivity": "push", "Percentage": 40},
            ]
        },
    },
    "holdout": {
        "Description": "some leave",
        "Holdout": {"NextActivity": "push", "Percentage": 10},
    },
    "push": {
        "Description": "a notification",
        "PUSH": {
            "MessageConfig": {"TimeToLive": "60"},
            "TemplateName": "welcome-push",
            "TemplateVersion": "1",
        },
    },
}
# A journey that is only drafted, with the members that no run should meet.
DRAFTED: JSON = {
    **ACTIVITIES,
    "wait": {"Description": "until", "Wait": {"NextActivity": "split", "WaitTime": WAIT}},
    "split": {
        "ConditionalSplit": {
            "Condition": {"Conditions": [SIMPLE_CONDITION], "Operator": "ANY"},
            "EvaluationWaitTime": WAIT,
            "FalseActivity": "push",
            "TrueActivity": "email",
        },
        "Description": "three conditions",
    },
    "multi": {
        "Description": "one of many ways",
        "MultiCondition": {
            "Branches": [{"Condition": SIMPLE_CONDITION, "NextActivity": "random"}],
            "DefaultActivity": "push",
            "EvaluationWaitTime": WAIT,
        },
    },
    "push": {
        "Description": "a notification",
        "PUSH": {**ACTIVITIES["push"]["PUSH"], "NextActivity": "last"},
    },
    "last": {"Description": "the end", "Wait": {"WaitTime": {"WaitFor": "PT1H"}}},
}


def journey(name: str, activities: JSON, **more: Any) -> JSON:
    return {
        "Activities": activities,
        "ClosedDays": dict.fromkeys(JOURNEY_CHANNELS, CLOSED),
        "CreationDate": "2026-03-02T12:00:00.000Z",
        "JourneyChannelSettings": {
            "ConnectCampaignArn": "arn:aws:connect-campaigns:us-east-1:123456789012:campaign/c",
            "ConnectCampaignExecutionRoleArn": ROLE,
        },
        "LastModifiedDate": "2026-03-02T12:00:00.000Z",
        "Limits": {
            "DailyCap": 10,
            "EndpointReentryCap": 1,
            "EndpointReentryInterval": "P1D",
            "MessagesPerSecond": 50,
            "TimeframeCap": {"Cap": 10, "Days": 7},
            "TotalCap": 10,
        },
        "LocalTime": False,
        "Name": name,
        "OpenHours": dict.fromkeys(JOURNEY_CHANNELS, OPEN),
        "QuietTime": NIGHT,
        "RefreshFrequency": "P1D",
        "RefreshOnSegmentUpdate": False,
        "Schedule": {
            "EndTime": at("2026-06-01T00:00:00Z"),
            "StartTime": at("2026-03-03T16:00:00Z"),
            "Timezone": "UTC",
        },
        "SendingSchedule": False,
        "StartActivity": "custom",
        "StartCondition": {
            "Description": "everyone",
            "SegmentStartCondition": {"SegmentId": ref("everyone.Id")},
        },
        "State": "DRAFT",
        "TimezoneEstimationMethods": ["PHONE_NUMBER", "POSTAL_CODE"],
        "WaitForQuietTime": False,
        **more,
    }


ON_EVENT: JSON = {
    "Description": "whoever buys",
    "EventStartCondition": {"EventFilter": EVENT_FILTER, "SegmentId": ref("everyone.Id")},
}
ANDROID_TEMPLATE: JSON = {
    "Action": "URL",
    "Body": "Hello {{User.UserId}}",
    "ImageIconUrl": "https://example.com/icon.png",
    "ImageUrl": "https://example.com/image.png",
    "RawContent": '{"message": "hello"}',
    "SmallImageIconUrl": "https://example.com/small.png",
    "Sound": "default",
    "Title": "Hello",
    "Url": "https://example.com",
}
TEMPLATE: JSON = {"TemplateDescription": "a welcome", "tags": {"team": "growth"}}
SUBSTITUTING: JSON = {
    **TEMPLATE,
    "DefaultSubstitutions": '{"User.UserId": "friend"}',
}
RECOMMENDING: JSON = {**SUBSTITUTING, "RecommenderId": ref("recommender.Id")}
TEMPLATE_KINDS: Mapping[str, tuple[str, str, str, JSON]] = {
    "Email": (
        "welcome-email",
        "EMAIL",
        "EmailTemplateRequest",
        {
            **RECOMMENDING,
            "Headers": HEADERS,
            "HtmlPart": "<p>Hello {{User.UserId}}</p>",
            "Subject": "Hello",
            "TextPart": "Hello {{User.UserId}}",
        },
    ),
    "InApp": (
        "welcome-in-app",
        "INAPP",
        "InAppTemplateRequest",
        {
            **TEMPLATE,
            "Content": IN_APP_CONTENT,
            "CustomConfig": {"theme": "dark"},
            "Layout": "OVERLAYS",
        },
    ),
    "Push": (
        "welcome-push",
        "PUSH",
        "PushNotificationTemplateRequest",
        {
            **RECOMMENDING,
            "ADM": ANDROID_TEMPLATE,
            "APNS": {
                "Action": "URL",
                "Body": "Hello {{User.UserId}}",
                "MediaUrl": "https://example.com/media.png",
                "RawContent": '{"aps": {"alert": "hello"}}',
                "Sound": "default",
                "Title": "Hello",
                "Url": "https://example.com",
            },
            "Baidu": ANDROID_TEMPLATE,
            "Default": {
                "Action": "URL",
                "Body": "Hello {{User.UserId}}",
                "Sound": "default",
                "Title": "Hello",
                "Url": "https://example.com",
            },
            "GCM": ANDROID_TEMPLATE,
        },
    ),
    "Sms": (
        "welcome-sms",
        "SMS",
        "SMSTemplateRequest",
        {**RECOMMENDING, "Body": "Hello {{User.UserId}}"},
    ),
    "Voice": (
        "welcome-voice",
        "VOICE",
        "VoiceTemplateRequest",
        {
            **SUBSTITUTING,
            "Body": "Hello {{User.UserId}}",
            "LanguageCode": "en-US",
            "VoiceId": "Joanna",
        },
    ),
}
APNS: JSON = {
    "BundleId": "com.example.shop",
    "DefaultAuthenticationMethod": "TOKEN",
    "Enabled": True,
    "TeamId": "TEAM",
    "TokenKey": "a token key",
    "TokenKeyId": "KEY",
}
CHANNELS: Mapping[str, JSON] = {
    "Adm": {"ADMChannelRequest": {"ClientId": "id", "ClientSecret": "secret", "Enabled": True}},
    "Apns": {"APNSChannelRequest": APNS},
    "ApnsSandbox": {"APNSSandboxChannelRequest": APNS},
    "ApnsVoip": {"APNSVoipChannelRequest": APNS},
    "ApnsVoipSandbox": {"APNSVoipSandboxChannelRequest": APNS},
    "Baidu": {"BaiduChannelRequest": {"ApiKey": "key", "SecretKey": "secret", "Enabled": True}},
    "Email": {
        "EmailChannelRequest": {
            "ConfigurationSet": "set",
            "Enabled": True,
            "FromAddress": "shop@example.com",
            "Identity": "arn:aws:ses:us-east-1:123456789012:identity/example.com",
            "OrchestrationSendingRoleArn": ROLE,
            "RoleArn": ROLE,
        }
    },
    "Gcm": {
        "GCMChannelRequest": {
            "ApiKey": "key",
            "DefaultAuthenticationMethod": "TOKEN",
            "Enabled": True,
            "ServiceJson": '{"type": "service_account", "private_key": "secret"}',
        }
    },
    "Sms": {"SMSChannelRequest": {"Enabled": True, "SenderId": "shop", "ShortCode": "12345"}},
    "Voice": {"VoiceChannelRequest": {"Enabled": True}},
}
RECOMMENDER: JSON = {
    "Attributes": {"hat": "a hat that goes with it"},
    "Description": "what goes with it",
    "Name": "hats",
    "RecommendationProviderIdType": "PINPOINT_USER_ID",
    "RecommendationProviderRoleArn": ROLE,
    "RecommendationProviderUri": "arn:aws:personalize:us-east-1:123456789012:campaign/hats",
    "RecommendationTransformerUri": "arn:aws:lambda:us-east-1:123456789012:function:transform",
    "RecommendationsDisplayName": "hats",
    "RecommendationsPerMessage": 3,
}
SETTINGS: JSON = {
    "CampaignHook": CAMPAIGN_HOOK,
    "CloudWatchMetricsEnabled": True,
    "EventTaggingEnabled": True,
    "JourneyLimits": {"DailyCap": 50, "TimeframeCap": {"Cap": 50, "Days": 7}, "TotalCap": 50},
    "Limits": CAMPAIGN_LIMITS,
    "QuietTime": NIGHT,
}
IMPORT: JSON = {
    "DefineSegment": True,
    "ExternalId": "external",
    "Format": "CSV",
    "RegisterEndpoints": True,
    "RoleArn": ROLE,
    "S3Url": f"s3://{BUCKET}/imports/",
    "SegmentName": "imported",
}
EVENT: JSON = {
    "AppPackageName": "com.example.shop",
    "AppTitle": "Shop",
    "AppVersionCode": "1",
    "Attributes": {"plan": "gold"},
    "ClientSdkVersion": "1.0",
    "EventType": "purchase",
    "Metrics": {"amount": 9.5},
    "SdkName": "sdk",
    "Session": {
        "Duration": 1000,
        "Id": "session",
        "StartTimestamp": "2026-03-03T16:00:00.000Z",
        "StopTimestamp": "2026-03-03T16:00:01.000Z",
    },
    "Timestamp": "2026-03-03T16:00:00.000Z",
}
DIRECT: JSON = {
    "DefaultMessage": {"Body": "Hello {{name}}", "Substitutions": {"name": ["you"]}},
    "EmailMessage": {
        "FromAddress": "shop@example.com",
        "SimpleEmail": {
            "HtmlPart": {"Charset": "UTF-8", "Data": "<p>Hello {{name}}</p>"},
            "Subject": {"Charset": "UTF-8", "Data": "Hello"},
            "TextPart": {"Charset": "UTF-8", "Data": "Hello {{name}}"},
        },
        "Substitutions": {"name": ["you"]},
    },
    "SMSMessage": {"Body": "Hello {{name}}", "MessageType": "TRANSACTIONAL"},
}
KPI_RANGE: JSON = {"StartTime": at("2026-03-01T00:00:00Z"), "EndTime": at("2026-03-05T00:00:00Z")}


def in_app(
    operation: str, keep: str = "", later: timedelta = timedelta(), /, **members: Any
) -> Step:
    """A step in the story's project."""
    return Step(operation, {"ApplicationId": APP, **members}, keep, later)


def listing(operation: str, keep: str, token: str = "Token", /, **members: Any) -> Steps:
    """The first two pages of a listing, an item each."""
    yield Step(operation, {**members, "PageSize": "1"}, keep)
    yield Step(operation, {**members, "PageSize": "1", token: ref(f"{keep}.NextToken")})


def projects() -> Steps:
    request = {"Name": "shop", "tags": {"team": "growth"}}
    yield Step("CreateApp", {"CreateApplicationRequest": request}, "app")
    yield Step("CreateApp", {"CreateApplicationRequest": {"Name": "second"}}, "second")
    yield Step("GetApp", {"ApplicationId": APP})
    yield from listing("GetApps", "apps")
    yield in_app("UpdateApplicationSettings", WriteApplicationSettingsRequest=SETTINGS)
    yield in_app("GetApplicationSettings")


def tags() -> Steps:
    arn = {"ResourceArn": ref("app.Arn")}
    yield Step("TagResource", {**arn, "TagsModel": {"tags": {"stage": "test", "cost": "1"}}})
    yield Step("ListTagsForResource", arn)
    yield Step("UntagResource", {**arn, "TagKeys": ["stage", "cost"]})
    yield Step("ListTagsForResource", arn)


def channels() -> Steps:
    for name, request in CHANNELS.items():
        yield in_app(f"Update{name}Channel", **request)
        yield in_app(f"Get{name}Channel")
    yield in_app("GetChannels")


def recommenders() -> Steps:
    for name in ("recommender", "other_recommender"):
        yield Step(
            "CreateRecommenderConfiguration",
            {"CreateRecommenderConfiguration": RECOMMENDER},
            name,
        )
    one = {"RecommenderId": ref("recommender.Id")}
    yield Step("GetRecommenderConfiguration", one)
    yield from listing("GetRecommenderConfigurations", "recommenders")
    update = {**RECOMMENDER, "RecommendationsPerMessage": 5}
    yield Step("UpdateRecommenderConfiguration", {**one, "UpdateRecommenderConfiguration": update})


def templates() -> Steps:
    for kind, (name, template_type, member, request) in TEMPLATE_KINDS.items():
        one = {"TemplateName": name}
        yield Step(f"Create{kind}Template", {**one, member: request})
        yield Step(f"Update{kind}Template", {**one, member: request, "CreateNewVersion": True})
        yield Step(f"Get{kind}Template", {**one, "Version": "1"})
        yield Step(
            "UpdateTemplateActiveVersion",
            {
                **one,
                "TemplateType": template_type,
                "TemplateActiveVersionRequest": {"Version": "1"},
            },
        )
        yield from listing(
            "ListTemplateVersions",
            f"{template_type} versions",
            "NextToken",
            **one,
            TemplateType=template_type,
        )
    yield from listing("ListTemplates", "templates", "NextToken", Prefix="welcome")
    yield Step("ListTemplates", {"TemplateType": "PUSH"})


def endpoints() -> Steps:
    yield in_app(
        "UpdateEndpoint", EndpointId="phone", EndpointRequest=endpoint("SMS", PHONE, "ann")
    )
    batch = [
        {"Id": "mail", **endpoint("EMAIL", EMAIL, "ann")},
        {"Id": "device", **endpoint("GCM", "device-token", "bob")},
        {"Id": "old", **endpoint("GCM", "old-token", "old")},
        *(
            {"Id": f"phone-{n}", **endpoint("SMS", f"+120655501{n}", f"user-{n}")}
            for n in range(10, 30)
        ),
    ]
    yield in_app("UpdateEndpointsBatch", EndpointBatchRequest={"Item": batch})
    yield in_app("GetEndpoint", EndpointId="phone")
    yield in_app("GetUserEndpoints", UserId="ann")
    yield in_app(
        "RemoveAttributes",
        AttributeType="endpoint-custom-attributes",
        UpdateAttributesRequest={"Blacklist": ["size"]},
    )


def segments() -> Steps:
    everyone = {"Name": "everyone", "Dimensions": {}, "tags": {"team": "growth"}}
    yield in_app("CreateSegment", "everyone", WriteSegmentRequest=everyone)
    yield in_app(
        "CreateSegment", "dimensional", WriteSegmentRequest={**everyone, "Dimensions": DIMENSIONS}
    )
    group = {
        "Dimensions": [DIMENSIONS],
        "SourceSegments": [{"Id": ref("everyone.Id"), "Version": 1}],
        "SourceType": "ANY",
        "Type": "ANY",
    }
    grouped = {
        "Name": "grouped",
        "SegmentGroups": {"Groups": [group], "Include": "ANY"},
        "tags": {"team": "growth"},
    }
    yield in_app("CreateSegment", "grouped", WriteSegmentRequest=grouped)
    for name, request in (("dimensional", {"Dimensions": DIMENSIONS}), ("grouped", grouped)):
        one = {"SegmentId": ref(f"{name}.Id")}
        yield in_app("UpdateSegment", **one, WriteSegmentRequest={**request, "Name": "changed"})
        yield from read_segment(name)
        yield from listing("GetSegmentVersions", f"{name} versions", ApplicationId=APP, **one)
    yield from listing("GetSegments", "segments", ApplicationId=APP)


def read_segment(name: str) -> Steps:
    one = {"SegmentId": ref(f"{name}.Id")}
    yield in_app("GetSegment", **one)
    yield in_app("GetSegmentVersion", **one, Version="1")
    yield in_app("GetSegmentVersions", **one)


def event_stream() -> Steps:
    stream = {"DestinationStreamArn": STREAM, "RoleArn": ROLE}
    yield in_app("PutEventStream", WriteEventStream=stream)
    yield in_app("GetEventStream")


def jobs() -> Steps:
    into = {"SegmentId": ref("everyone.Id")}
    broken = {**IMPORT, "Format": "JSON", "S3Url": f"s3://{BUCKET}/broken/contacts.json"}
    yield in_app("CreateImportJob", "import", ImportJobRequest=IMPORT)
    yield in_app("CreateImportJob", "broken", ImportJobRequest=broken)
    export = {
        "RoleArn": ROLE,
        "S3UrlPrefix": f"s3://{BUCKET}/exports/",
        **into,
        "SegmentVersion": 1,
    }
    yield in_app("CreateExportJob", "export", ExportJobRequest=export)
    yield in_app("CreateExportJob", "other export", ExportJobRequest=export)
    yield in_app("GetImportJob", JobId=ref("import.Id"))
    yield in_app("GetImportJob", "import", timedelta(minutes=30), JobId=ref("import.Id"))
    yield in_app("GetImportJob", "broken", JobId=ref("broken.Id"))
    yield from listing("GetImportJobs", "imports", ApplicationId=APP)
    again = {**IMPORT, "SegmentId": ref("import.Definition.SegmentId")}
    yield in_app("CreateImportJob", ImportJobRequest=again)
    imported = {"SegmentId": ref("import.Definition.SegmentId")}
    yield in_app("GetSegment", "imported", timedelta(minutes=10), **imported)
    yield in_app("GetExportJob", JobId=ref("export.Id"))
    yield from listing("GetExportJobs", "exports", ApplicationId=APP)
    yield from listing("GetSegmentExportJobs", "segment exports", ApplicationId=APP, **into)
    yield from listing("GetSegmentImportJobs", "segment imports", ApplicationId=APP, **imported)
    yield from read_segment("imported")
    yield in_app("GetSegments")


def campaigns() -> Steps:
    once = {"Schedule": schedule("2026-03-02T14:00:00.000Z")}
    yield in_app("CreateCampaign", "full", WriteCampaignRequest=campaign("full", IsPaused=True))
    treatment = {
        **once,
        "MessageConfiguration": MESSAGES,
        "SizePercent": 50,
        "TreatmentName": "other",
    }
    sent = campaign("sent", AdditionalTreatments=[treatment], TemplateConfiguration={}, **once)
    del sent["CustomDeliveryConfiguration"]
    yield in_app("CreateCampaign", "campaign", WriteCampaignRequest=sent)
    event = schedule("2026-03-02T13:00:00.000Z", "IN_APP_EVENT", EventFilter=EVENT_FILTER)
    shown = {
        "Limits": CAMPAIGN_LIMITS,
        "MessageConfiguration": {"InAppMessage": MESSAGES["InAppMessage"]},
        "Name": "shown",
        "Priority": 1,
        "Schedule": event,
        "SegmentId": ref("everyone.Id"),
    }
    treated = {
        "MessageConfiguration": shown["MessageConfiguration"],
        "Schedule": event,
        "SizePercent": 100,
        "TreatmentName": "other",
    }
    yield in_app("CreateCampaign", "shown", WriteCampaignRequest=shown)
    yield in_app(
        "CreateCampaign",
        "treated",
        WriteCampaignRequest={**shown, "AdditionalTreatments": [treated]},
    )
    one = {"CampaignId": ref("full.Id")}
    yield in_app("UpdateCampaign", **one, WriteCampaignRequest={"Name": "renamed"})
    yield in_app("GetCampaign", **one)
    yield in_app("GetCampaignVersion", **one, Version="1")
    yield from listing("GetCampaignVersions", "campaign versions", ApplicationId=APP, **one)
    yield from listing("GetCampaigns", "campaigns", ApplicationId=APP)
    yield in_app("GetInAppMessages", "", timedelta(hours=6), EndpointId="phone")
    ran = {"CampaignId": ref("campaign.Id")}
    yield in_app("GetCampaign", **ran)
    yield in_app("GetCampaignActivities", **ran)
    yield from listing("GetCampaignActivities", "activities", ApplicationId=APP, **ran)


def journeys() -> Steps:
    drafted = journey("drafted", DRAFTED)
    yield in_app("CreateJourney", "drafted", WriteJourneyRequest=drafted)
    event = journey("event", DRAFTED, StartCondition=ON_EVENT)
    yield in_app("CreateJourney", "on event", WriteJourneyRequest=event)
    yield in_app("CreateJourney", "journey", WriteJourneyRequest=journey("run", ACTIVITIES))
    for name, request in (("drafted", drafted), ("on event", event)):
        one = {"JourneyId": ref(f"{name}.Id")}
        yield in_app("UpdateJourney", **one, WriteJourneyRequest={**request, "LocalTime": True})
        yield Step(
            "TagResource",
            {
                "ResourceArn": {"$text": f"{{app.Arn}}/journeys/{{{name}.Id}}"},
                "TagsModel": {"tags": {"team": "growth"}},
            },
        )
        yield in_app("GetJourney", **one)
    one = {"JourneyId": ref("journey.Id")}
    activate = {"JourneyStateRequest": {"State": "ACTIVE"}}
    yield in_app("UpdateJourneyState", **one, **activate)
    yield in_app("ListJourneys")
    yield from listing("ListJourneys", "journeys", ApplicationId=APP)
    yield in_app("GetJourneyRuns", "runs", timedelta(days=1), **one)
    yield from listing("GetJourneyRuns", "run pages", ApplicationId=APP, **one)
    yield in_app("GetJourneyExecutionMetrics", **one)
    yield in_app("GetJourneyExecutionActivityMetrics", **one, JourneyActivityId="sms")
    run = {**one, "RunId": ref("runs.Item.0.RunId")}
    yield in_app("GetJourneyRunExecutionMetrics", **run)
    yield in_app("GetJourneyRunExecutionActivityMetrics", **run, JourneyActivityId="sms")


def messages() -> Steps:
    substitutions = {"Substitutions": {"name": ["Ann"]}}
    request = {
        "Addresses": {
            "+12065550160": {"ChannelType": "SMS", **substitutions},
            "new@example.com": {"ChannelType": "EMAIL", **substitutions},
        },
        "Context": {"why": "test"},
        "Endpoints": {"phone": substitutions, "nobody": {}},
        "MessageConfiguration": DIRECT,
        "TraceId": "trace",
    }
    yield in_app("SendMessages", MessageRequest=request)
    users = {
        "Context": {"why": "test"},
        "MessageConfiguration": DIRECT,
        "TraceId": "trace",
        "Users": {"ann": substitutions, "no one": {}},
    }
    yield in_app("SendUsersMessages", SendUsersMessageRequest=users)
    otp = {
        "AllowedAttempts": 3,
        "BrandName": "shop",
        "Channel": "SMS",
        "CodeLength": 6,
        "DestinationIdentity": OTP_PHONE,
        "EntityId": "entity",
        "Language": "en-US",
        "OriginationIdentity": "+12065550199",
        "ReferenceId": "login",
        "TemplateId": "template",
        "ValidityPeriod": 10,
    }
    yield in_app("SendOTPMessage", SendOTPMessageRequestParameters=otp)
    code = {"DestinationIdentity": OTP_PHONE, "ReferenceId": "login"}
    for typed in ("wrong", {"$code": OTP_PHONE}):
        request = {**code, "Otp": typed}
        yield in_app("VerifyOTPMessage", VerifyOTPMessageRequestParameters=request)
    for number in ("+12065550142", "+441212345678", "123"):
        yield Step(
            "PhoneNumberValidate",
            {"NumberValidateRequest": {"IsoCountryCode": "US", "PhoneNumber": number}},
        )
    batch = {
        "phone": {
            "Endpoint": endpoint("SMS", PHONE, "ann"),
            "Events": {"good": EVENT, "bad": {**EVENT, "Timestamp": "yesterday"}},
        }
    }
    yield in_app("PutEvents", EventsRequest={"BatchItem": batch})


def metrics() -> Steps:
    of_campaign = {"CampaignId": ref("campaign.Id")}
    of_journey = {"JourneyId": ref("journey.Id")}
    rates = ("unique-deliveries", "successful-delivery-rate-grouped-by-date")
    for subject, one in (("Application", {}), ("Campaign", of_campaign), ("Journey", of_journey)):
        operation = f"Get{subject}DateRangeKpi"
        for name in rates if subject != "Journey" else ("unique-deliveries",):
            yield in_app(operation, **one, KpiName=name, **KPI_RANGE)
            yield in_app(operation, **one, KpiName=name, PageSize="1", **KPI_RANGE)


def the_end() -> Steps:
    for name in ("campaign", "full", "shown"):
        yield in_app("DeleteCampaign", CampaignId=ref(f"{name}.Id"))
    for name in ("drafted", "on event"):
        yield in_app("DeleteJourney", JourneyId=ref(f"{name}.Id"))
    for name in ("dimensional", "grouped", "imported"):
        yield in_app("DeleteSegment", SegmentId=ref(f"{name}.Id"))
    for kind, (name, *_) in TEMPLATE_KINDS.items():
        yield Step(f"Delete{kind}Template", {"TemplateName": name})
    for name in ("recommender", "other_recommender"):
        yield Step("DeleteRecommenderConfiguration", {"RecommenderId": ref(f"{name}.Id")})
    yield in_app("DeleteEventStream")
    yield in_app("DeleteEndpoint", EndpointId="device")
    yield in_app("DeleteUserEndpoints", UserId="ann")
    for name in CHANNELS:
        yield in_app(f"Delete{name}Channel")
    yield in_app("DeleteApp")


_FILLING = (
    projects,
    tags,
    channels,
    recommenders,
    templates,
    endpoints,
    segments,
    event_stream,
    jobs,
    campaigns,
    journeys,
    messages,
    metrics,
)


def filling() -> list[Step]:
    """All of it before the end: there is something of everything then."""
    return [step for chapter in _FILLING for step in chapter()]


def scenario() -> list[Step]:
    """All of it, in order."""
    return [*filling(), *the_end()]
