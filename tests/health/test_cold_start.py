"""A plan is quick from cold because it leaves alone what it does not need: a table library costs as much as the plan itself."""

import subprocess
import sys
from pathlib import Path

# NumPy is let in: it draws the fan of what may come, and costs a tenth of a second. What stands on it, such as SciPy, is not.
SLOW = ("polars", "pandas", "statsmodels", "pyarrow", "matplotlib", "scipy", "playwright", "python_calamine")

SCRIPT = """
import sys
from levelling.cli.main import commands
commands("plan")(["plan", "Hartlepool", "--out", sys.argv[1]], standalone_mode=False)
loaded = [name for name in {slow!r} if name in sys.modules]
print("loaded:", *loaded)
"""


def test_a_plan_loads_no_table_library(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCRIPT.format(slow=SLOW), str(tmp_path / "plan.html")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1].strip() == "loaded:"
    assert (tmp_path / "plan.html").stat().st_size > 10_000


def test_importing_the_package_loads_nothing_slow() -> None:
    slow = ("duckdb", "jinja2", "rich", "pydantic", "numpy", *SLOW)
    code = f"import sys, levelling; print([name for name in {slow!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
