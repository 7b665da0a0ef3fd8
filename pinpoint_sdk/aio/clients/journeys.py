# Written by "make aio" out of pinpoint_sdk/clients/journeys.py: change that one.
"""The client for journeys."""

from __future__ import annotations

from pinpoint_sdk import models
from pinpoint_sdk.aio.clients.base import AsyncClient
from pinpoint_sdk.aio.pagination import AsyncPaginator
from pinpoint_sdk.aio.waiters import wait_until

__all__ = ["AsyncJourneysClient"]


class AsyncJourneysClient(AsyncClient):
    """Journeys: paths of activities that users go through."""

    async def create_journey(
        self, application_id: str, write_journey_request: models.WriteJourneyRequest
    ) -> models.JourneyResponse:
        """Create a journey, as a draft or published.

        ``DRAFT`` only saves it; ``ACTIVE`` publishes it as well, to run at once or from its
        scheduled start. AWS accepts no other state here. A region holds 50 active journeys of up to
        40 activities each.

        AWS operation: ``CreateJourney``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            write_journey_request: Its name, who takes part, its activities, when, and within which
                limits.

        Returns:
            The journey with its id.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
            NotFoundException: There is no such project.
        """
        return await self._call(
            "CreateJourney",
            models.JourneyResponse,
            ApplicationId=application_id,
            WriteJourneyRequest=write_journey_request,
        )

    async def get_journey(self, application_id: str, journey_id: str) -> models.JourneyResponse:
        """Get one journey: its state, activities and settings.

        AWS operation: ``GetJourney``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.

        Returns:
            The journey.

        Raises:
            NotFoundException: There is no such project or journey.
        """
        return await self._call(
            "GetJourney", models.JourneyResponse, ApplicationId=application_id, JourneyId=journey_id
        )

    async def list_journeys(
        self, application_id: str, *, page_size: int | None = None, token: str | None = None
    ) -> models.JourneysResponse:
        """Get one page of a project's journeys; ``iter_journeys`` reads all pages.

        AWS operation: ``ListJourneys``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Journeys per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project.
        """
        return await self._call(
            "ListJourneys",
            models.JourneysResponse,
            ApplicationId=application_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_journeys(
        self,
        application_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.JourneyResponse]:
        """Iterate over a project's journeys, page by page as they are read.

        AWS operation: ``ListJourneys``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            page_size: Journeys per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the journeys.
        """
        return AsyncPaginator(
            lambda size, start: self.list_journeys(application_id, page_size=size, token=start),
            page_size,
            max_items,
            token,
        )

    async def get_journey_runs(
        self,
        application_id: str,
        journey_id: str,
        *,
        page_size: int | None = None,
        token: str | None = None,
    ) -> models.JourneyRunsResponse:
        """Get one page of a journey's runs; ``iter_journey_runs`` reads all pages.

        AWS operation: ``GetJourneyRuns``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            page_size: Runs per page, from 1; by default AWS's choice.
            token: The page to get: ``next_token`` of the page before.

        Returns:
            The page.

        Raises:
            NotFoundException: There is no such project or journey.
        """
        return await self._call(
            "GetJourneyRuns",
            models.JourneyRunsResponse,
            ApplicationId=application_id,
            JourneyId=journey_id,
            PageSize=page_size,
            Token=token,
        )

    def iter_journey_runs(
        self,
        application_id: str,
        journey_id: str,
        *,
        page_size: int | None = None,
        max_items: int | None = None,
        token: str | None = None,
    ) -> AsyncPaginator[models.JourneyRunResponse]:
        """Iterate over a journey's runs, page by page as they are read.

        AWS operation: ``GetJourneyRuns``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            page_size: Runs per page, from 1; by default AWS's choice.
            max_items: Stop after this many, from 1.
            token: Where to start: a paginator's ``next_token``.

        Returns:
            An asynchronous iterator over the journey's runs.
        """
        return AsyncPaginator(
            lambda size, start: self.get_journey_runs(
                application_id, journey_id, page_size=size, token=start
            ),
            page_size,
            max_items,
            token,
        )

    async def update_journey(
        self,
        application_id: str,
        journey_id: str,
        write_journey_request: models.WriteJourneyRequest,
    ) -> models.JourneyResponse:
        """Change a journey, or publish a draft.

        While a journey is ``ACTIVE``, its activities cannot be added, changed or removed. AWS
        accepts the states ``DRAFT`` and ``ACTIVE`` here; ``update_journey_state`` pauses, resumes
        and cancels. AWS does not document whether a setting that is ``None`` stays as it is.

        AWS operation: ``UpdateJourney``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            write_journey_request: What to write; the name is always needed.

        Returns:
            The journey as it is now.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused a value, or a quota is exceeded.
            NotFoundException: There is no such project or journey.
            ConflictException: The state that the journey is in does not allow the change.
        """
        return await self._call(
            "UpdateJourney",
            models.JourneyResponse,
            ApplicationId=application_id,
            JourneyId=journey_id,
            WriteJourneyRequest=write_journey_request,
        )

    async def update_journey_state(
        self,
        application_id: str,
        journey_id: str,
        journey_state_request: models.JourneyStateRequest,
    ) -> models.JourneyResponse:
        """Pause, resume or cancel a journey.

        Activities in progress still run to their end. Only journeys that refresh their segment at
        an interval can be paused; in a paused one the time of wait activities stops. In a
        cancelled one no further activity starts, and the activities cannot be changed any more.

        AWS operation: ``UpdateJourneyState``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            journey_state_request: The new state: ``PAUSED``, ``ACTIVE`` to resume, or
                ``CANCELLED``.

        Returns:
            The journey as it is now.

        Raises:
            ValidationError: The request is wrong; nothing was sent.
            BadRequestException: AWS refused the state, for example one other than these.
            NotFoundException: There is no such project or journey.
        """
        return await self._call(
            "UpdateJourneyState",
            models.JourneyResponse,
            ApplicationId=application_id,
            JourneyId=journey_id,
            JourneyStateRequest=journey_state_request,
        )

    async def delete_journey(self, application_id: str, journey_id: str) -> models.JourneyResponse:
        """Delete a journey.

        AWS operation: ``DeleteJourney``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.

        Returns:
            The journey as it was.

        Raises:
            NotFoundException: There is no such project or journey.
        """
        return await self._call(
            "DeleteJourney",
            models.JourneyResponse,
            ApplicationId=application_id,
            JourneyId=journey_id,
        )

    async def wait_until_journey_run_completed(
        self,
        application_id: str,
        journey_id: str,
        run_id: str,
        *,
        timeout: float = 3600,
        delay: float = 15,
    ) -> models.JourneyRunResponse:
        """Wait until a run of a journey is ``COMPLETED``.

        AWS operation: ``GetJourneyRuns``. AWS ended it on 2026-10-30.

        Args:
            application_id: The project's id, 32 hex digits.
            journey_id: The journey's id, 32 hex digits.
            run_id: The run's id; the run need not be listed yet.
            timeout: Seconds until giving up; with 0 there is one call.
            delay: Seconds between two calls.

        Returns:
            The completed run.

        Raises:
            WaitFailedError: The run is ``CANCELLED``; ``last`` is the run.
            WaitTimeoutError: The run is not finished, or not listed; ``last`` is the run or None.
            NotFoundException: There is no such project or journey.
        """

        async def find_run() -> models.JourneyRunResponse | None:
            async for run in self.iter_journey_runs(application_id, journey_id):
                if run.run_id == run_id:
                    return run
            return None

        return await wait_until(
            f"journey run {run_id}",
            find_run,
            lambda run: run.status,
            wanted="COMPLETED",
            ends=("COMPLETED", "CANCELLED"),
            timeout=timeout,
            delay=delay,
            move_clock=self._transport.move_clock,
        )
