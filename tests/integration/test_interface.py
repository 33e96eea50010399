"""`import levelling as lv` gives the same names whatever was imported before."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "before",
    [
        "lv.plan('Hartlepool')",
        "import levelling.plan",
        "from levelling.plan import build",
        "import levelling.plan.sections.place",
        "from levelling import plan",
    ],
)
def test_a_plan_can_be_asked_for_again_and_again(before: str) -> None:
    code = f"import levelling as lv\n{before}\nprint(lv.plan('Hartlepool').document.title, lv.plan('Belfast').document.title)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "Hartlepool Belfast", done.stderr
