"""A service whose S3 is a dictionary, for tests that import many files."""

from __future__ import annotations

import io
import json
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest import mock

from attrs import define

from pinpoint_sdk.local import Clock, LocalPinpoint, Quotas
from pinpoint_sdk.local.engine.aws import AwsClients
from pinpoint_sdk.local.protocol.types import HttpRequest
from tests.local.support.boto import START


@define
class _S3:
    """What an import job asks of S3."""

    files: Mapping[str, bytes]

    def get_paginator(self, _: str) -> _S3:
        return self

    def paginate(self, **_: str) -> list[dict[str, Any]]:
        contents = [{"Key": key, "Size": len(content)} for key, content in self.files.items()]
        return [{"Contents": contents}]

    def get_object(self, *, Bucket: str, Key: str) -> dict[str, Any]:  # noqa: N803
        assert Bucket == "people"
        return {"Body": io.BytesIO(self.files[Key])}


@define
class JobsService:
    """A service with one project, asked without boto3."""

    service: LocalPinpoint
    app: str = ""

    def ask(self, method: str, path: str, body: Any = None) -> dict[str, Any]:
        content = b"" if body is None else json.dumps(body).encode()
        answer = self.service.answer(HttpRequest(method, path, {}, content))
        assert answer.status < 300, answer.body
        found: dict[str, Any] = json.loads(answer.body)
        return found

    def run_import(self, form: str, **more: Any) -> dict[str, Any]:
        """Import all files; returns the finished job."""
        request = {
            "Format": form,
            "RoleArn": "arn:aws:iam::123456789012:role/import",
            "S3Url": "s3://people/",
            **more,
        }
        jobs = f"/v1/apps/{self.app}/jobs/import"
        job = self.ask("POST", jobs, request)
        return self.ask("GET", f"{jobs}/{job['Id']}")

    def endpoint_ids(self) -> list[str]:
        return self.service.inspect(
            lambda account, _: [each["Id"] for each in account.projects[self.app].endpoints.all()]
        )


@contextmanager
def jobs_service(files: Mapping[str, bytes], **quotas: int) -> Generator[JobsService, None, None]:
    def client(*_: object) -> _S3:
        return _S3(files)

    quota = Quotas(**quotas)  # type: ignore[arg-type]
    with (
        mock.patch.object(AwsClients, "client", client),
        LocalPinpoint(clock=Clock(START), quotas=quota) as service,
    ):
        found = JobsService(service)
        found.app = found.ask("POST", "/v1/apps", {"Name": "shop"})["Id"]
        yield found
