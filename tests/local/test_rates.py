from __future__ import annotations

from pathlib import Path

from pinpoint_sdk.local import Clock, LocalPinpoint, Quotas

from .conftest import START, boto_client, new_app, refusal


def test_an_operation_may_be_called_so_often_a_second(tmp_path: Path) -> None:
    clock = Clock(START)
    quotas = Quotas(projects=1, calls_per_second={"GetApp": 2})
    with LocalPinpoint(clock=clock, quotas=quotas) as service:
        client = boto_client(service.session())
        app = new_app(client)
        for _ in range(2):
            assert client.get_app(ApplicationId=app)
            assert client.get_app(ApplicationId=app)
            found = refusal(client.get_app, ApplicationId=app)
            assert found == (
                429,
                "TooManyRequestsException",
                "GetApp may be called 2 times a second",
            )
            assert client.get_apps()["ApplicationsResponse"]["Item"]
            clock.advance(seconds=1)
        assert refusal(client.create_app, CreateApplicationRequest={"Name": "one more"})[0] == 400
        service.save(tmp_path / "state.json")
    with LocalPinpoint.load(tmp_path / "state.json") as service:
        assert service.look(lambda account, _: account.quotas) == quotas
