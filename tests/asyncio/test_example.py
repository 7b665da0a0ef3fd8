from __future__ import annotations

import subprocess
import sys

from tests.support.pages import ROOT


def test_the_service_of_codes_sends_one_and_verifies_it() -> None:
    example = ROOT / "examples" / "fastapi_otp.py"
    run = subprocess.run([sys.executable, example], capture_output=True, text=True, check=True)

    assert "sent: 202\nin the inbox: " in run.stdout
    assert "verified: {'valid': False}\nverified: {'valid': True}" in run.stdout
    assert "not a number: 422" in run.stdout
