"""Answers as AWS documents them, one of each kind, in our own words and values.

They keep what is remarkable in the samples of the AWS CLI: account numbers that are not numbers,
a project without a CreationDate, a channel list with IN_APP, time zones in lower case, an empty
QuietTime, limits of 0, an e-mail in the form of 2017, members that the model requires and that are
not there.
"""

from __future__ import annotations

from typing import Any, TypeAlias

JSON: TypeAlias = dict[str, Any]

APP = "aa11bb22cc33dd44ee55ff6600example"
ARN = f"arn:aws:mobiletargeting:eu-west-1:AIDASOMEBODYEXAMPLE:apps/{APP}"
CAMPAIGN, SEGMENT, JOURNEY = "c0" * 16, "5e" * 16, "70" * 16
DATES = {"CreationDate": "2021-04-05T06:07:08.905Z", "LastModifiedDate": "2021-04-06T06:07:08.905Z"}
CHANNEL: JSON = {**DATES, "ApplicationId": APP, "Enabled": True, "IsArchived": False, "Version": 2}

PROJECT: JSON = {"Arn": ARN, "Id": APP, "Name": "bakery", "tags": {"Year": "2021"}}
CAMPAIGN_DOCUMENT: JSON = {
    **DATES,
    "AdditionalTreatments": [],
    "ApplicationId": APP,
    "Arn": f"{ARN}/campaigns/{CAMPAIGN}",
    "Description": " ",
    "HoldoutPercent": 0,
    "Id": CAMPAIGN,
    "IsPaused": False,
    "Limits": {"Daily": 0, "MaximumDuration": 60, "MessagesPerSecond": 0, "Total": 0},
    "MessageConfiguration": {
        "EmailMessage": {"FromAddress": "a@example.com", "HtmlBody": "<p>", "Title": "Buns"}
    },
    "Name": "buns",
    "Schedule": {
        "IsLocalTime": False,
        "QuietTime": {},
        "StartTime": "IMMEDIATE",
        "Timezone": "utc-08",
    },
    "SegmentId": SEGMENT,
    "SegmentVersion": 1,
    "State": {"CampaignStatus": "COMPLETED"},
    "TemplateConfiguration": {},
    "Version": 1,
    "tags": {},
}
SEGMENT_DOCUMENT: JSON = {
    **DATES,
    "ApplicationId": APP,
    "Arn": f"{ARN}/segments/{SEGMENT}",
    "Dimensions": {
        "Attributes": {},
        "Behavior": {},
        "Demographic": {"Channel": {"DimensionType": "INCLUSIVE", "Values": ["SMS"]}},
        "Location": {},
        "Metrics": {},
        "UserAttributes": {},
    },
    "Id": SEGMENT,
    "Name": "early birds",
    "SegmentType": "DIMENSIONAL",
    "Version": 1,
    "tags": {},
}
ENDPOINT: JSON = {
    "Address": "+15555550123",
    "ApplicationId": APP,
    "Attributes": {},
    "ChannelType": "SMS",
    "CohortId": "63",
    "CreationDate": "2020-01-28T23:55:11.534Z",
    "EffectiveDate": "2021-08-06T00:04:51.763Z",
    "EndpointStatus": "ACTIVE",
    "Id": "phone of ada",
    "Location": {"Country": "USA"},
    "Metrics": {"SmsDelivered": 1.0},
    "OptOut": "ALL",
    "RequestId": "0d9ac0a4-98a5-4e2c-9d44-5e7a0a3b1a11",
    "User": {"UserAttributes": {"Age": ["36"]}, "UserId": "ada"},
}
JOURNEY_DOCUMENT: JSON = {
    **DATES,
    "Activities": {
        "abc1": {
            "ConditionalSplit": {
                "Condition": {
                    "Conditions": [{"SegmentDimensions": SEGMENT_DOCUMENT["Dimensions"]}],
                    "Operator": "ANY",
                }
            }
        }
    },
    "ApplicationId": APP,
    "Id": JOURNEY,
    "Limits": {"DailyCap": 0},
    "LocalTime": False,
    "Name": "welcome",
    "Schedule": {"StartTime": "2021-05-01T09:00:00+02:00", "Timezone": "UTC+02"},
    "StartActivity": "abc1",
    "StartCondition": {"SegmentStartCondition": {"SegmentId": SEGMENT}},
    "State": "COMPLETED",
}
JOB: JSON = {
    "CreationDate": "2021-04-05T06:07:08.905Z",
    "CompletionDate": "2021-04-05T06:09:08.905Z",
    "CompletedPieces": 1,
    "FailedPieces": 0,
    "Id": "1b" * 16,
    "JobStatus": "COMPLETED",
    "TotalFailures": 0,
    "TotalPieces": 1,
    "TotalProcessed": 7,
    "ApplicationId": APP,
}
ROLE = "arn:aws:iam::AIDASOMEBODYEXAMPLE:role/pinpoint"
TEMPLATE: JSON = {
    **DATES,
    "Arn": "arn:aws:mobiletargeting:eu-west-1:AIDASOMEBODYEXAMPLE:templates/ready/SMS",
    "Body": "Your cake\n is ready",
    "TemplateDescription": "when it is baked",
    "TemplateName": "ready",
    "TemplateType": "SMS",
    "Version": "1",
    "tags": {},
}

SAMPLES: dict[str, JSON] = {
    "GetApp": {"ApplicationResponse": PROJECT},
    "GetApps": {"ApplicationsResponse": {"Item": [PROJECT]}},
    "GetApplicationSettings": {
        "ApplicationSettingsResource": {
            "ApplicationId": APP,
            "CampaignHook": {"LambdaFunctionName": "", "WebUrl": ""},
            "LastModifiedDate": "2021-04-06T06:07:08.905Z",
            "Limits": {
                "Daily": 0,
                "MaximumDuration": 0,
                "MessagesPerSecond": 0,
                "Session": 0,
                "Total": 0,
            },
            "QuietTime": {"End": "", "Start": ""},
        }
    },
    "GetApnsChannel": {
        "APNSChannelResponse": {
            **CHANNEL,
            "DefaultAuthenticationMethod": "CERTIFICATE",
            "HasCredential": True,
            "HasTokenKey": False,
            "Id": "apns",
            "Platform": "APNS",
        }
    },
    "GetEmailChannel": {
        "EmailChannelResponse": {
            **CHANNEL,
            "FromAddress": "a@example.com",
            "Id": "email",
            "Identity": "arn:aws:ses:eu-west-1:AIDASOMEBODYEXAMPLE:identity/a@example.com",
            "MessagesPerSecond": 1,
            "Platform": "EMAIL",
            "RoleArn": ROLE,
        }
    },
    "GetSmsChannel": {
        "SMSChannelResponse": {
            **CHANNEL,
            "Id": "sms",
            "Platform": "SMS",
            "PromotionalMessagesPerSecond": 20,
            "TransactionalMessagesPerSecond": 20,
        }
    },
    "GetChannels": {
        "ChannelsResponse": {
            "Channels": {
                "GCM": {**CHANNEL, "HasCredential": True, "Id": "gcm"},
                "EMAIL": {**CHANNEL, "Id": "email"},
            }
        }
    },
    "GetEndpoint": {"EndpointResponse": ENDPOINT},
    "GetUserEndpoints": {"EndpointsResponse": {"Item": [ENDPOINT]}},
    "GetSegment": {"SegmentResponse": SEGMENT_DOCUMENT},
    "GetSegments": {"SegmentsResponse": {"Item": [SEGMENT_DOCUMENT]}},
    "GetSegmentVersions": {"SegmentsResponse": {"Item": [SEGMENT_DOCUMENT]}},
    "GetCampaign": {"CampaignResponse": CAMPAIGN_DOCUMENT},
    "GetCampaigns": {"CampaignsResponse": {"Item": [CAMPAIGN_DOCUMENT]}},
    "GetJourney": {"JourneyResponse": JOURNEY_DOCUMENT},
    "ListJourneys": {"JourneysResponse": {"Item": [JOURNEY_DOCUMENT]}},
    "GetImportJob": {
        "ImportJobResponse": {
            **JOB,
            "Definition": {
                "DefineSegment": True,
                "ExternalId": "my",
                "Format": "JSON",
                "RegisterEndpoints": True,
                "RoleArn": ROLE,
                "S3Url": "s3://bakery/imports",
                "SegmentName": "early birds",
            },
            "Type": "IMPORT",
        }
    },
    "GetExportJob": {
        "ExportJobResponse": {
            **JOB,
            "Id": "2b" * 16,
            "Definition": {"RoleArn": ROLE, "S3UrlPrefix": "s3://bakery/exports"},
            "Type": "EXPORT",
        }
    },
    "GetEventStream": {
        "EventStream": {
            "ApplicationId": APP,
            "DestinationStreamArn": "arn:aws:kinesis:eu-west-1:123456789012:stream/cakes",
            "LastModifiedDate": "2021-04-06T06:07:08.905Z",
            "LastUpdatedBy": "arn:aws:iam::123456789012:user/ada",
            "RoleArn": ROLE,
        }
    },
    "GetSmsTemplate": {"SMSTemplateResponse": TEMPLATE},
    "GetRecommenderConfiguration": {
        "RecommenderConfigurationResponse": {
            **DATES,
            "Id": "12ab34",
            "Name": "cakes",
            "RecommendationProviderIdType": "PINPOINT_USER_ID",
            "RecommendationProviderRoleArn": ROLE,
            "RecommendationProviderUri": "arn:aws:personalize:eu-west-1:123456789012:campaign/c",
            "RecommendationsDisplayName": "cakes",
            "RecommendationsPerMessage": 1,
        }
    },
}
"""By the operation whose answer each one is; there are keys enough in it to call it again."""

LEFT_OUT: dict[str, JSON] = {
    "GetApplicationDateRangeKpi": {
        "ApplicationDateRangeKpiResponse": {
            "ApplicationId": APP,
            "EndTime": "2021-05-01T00:00:00+00:00",
            "KpiName": "unique-deliveries",
            "KpiResult": {"Rows": [{"Values": [{"Key": "k", "Type": "Double", "Value": "123.0"}]}]},
            "StartTime": "2021-04-25T00:00:00+00:00",
        }
    },
    "GetJourneyRuns": {
        "JourneyRunsResponse": {
            "Item": [
                {
                    "CreationTime": "2021-05-01T00:00:00.000Z",
                    "LastUpdateTime": "2021-05-01T00:00:00.000Z",
                    "RunId": "1f" * 16,
                    "Status": "COMPLETED",
                }
            ]
        }
    },
    "ListTagsForResource": {"TagsModel": {"tags": {"Year": "2021"}}},
    "CreateSmsTemplate": {
        "CreateTemplateMessageBody": {"Arn": TEMPLATE["Arn"], "Message": "Created"}
    },
    "PhoneNumberValidate": {
        "NumberValidateResponse": {"Country": "United States", "PhoneType": "MOBILE"}
    },
    "SendMessages": {"MessageResponse": {"ApplicationId": APP, "RequestId": "r"}},
    "ListTemplates": {
        "TemplatesResponse": {
            "Item": [{name: value for name, value in TEMPLATE.items() if name != "Body"}]
        }
    },
}
"""Answers that have nothing to load."""
