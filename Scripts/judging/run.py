"""Installs judges, renders reports and has each judge look at each output. See Scripts/judges."""

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / ".build" / "judges"
PYTHON = WORK / "venv" / "bin" / "python"
MAY_INSTALL = os.environ.get("JUDGES_INSTALL", "1") != "0"
# Which reports are judged in which languages: all that `findings` says, of the other documents a case of each kind.
WHOLE = [("kakao", "ko"), ("kakao", "en"), ("several", "ko"), ("hostile", "en")]
SAMPLE = [("kakao", "ko"), ("hostile", "en")]
# Files of this folder that are no judges.
FRAME = {"run.py", "frame.py", "spreadsheet.py"}


def say(text):
    """A line of progress; skips and failures are to be seen."""
    print(f"judges: {text}", flush=True)


def constants(path):
    """The constants at the top of a judge, read without running it: its libraries may not be there yet."""
    found = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            try:
                found[node.targets[0].id] = ast.literal_eval(node.value)
            except ValueError:
                continue
    return found


def run(command, **options):
    """Runs a command quietly; its status and what it said."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    return done.returncode, done.stdout


def make_venv():
    """An environment of its own for libraries; why there is none, or nothing."""
    if PYTHON.exists():
        return None
    status, output = run([sys.executable, "-m", "venv", str(WORK / "venv")])
    if status != 0 and MAY_INSTALL:
        shutil.rmtree(WORK / "venv", ignore_errors=True)
        install_debian(["python3-venv"])
        status, output = run([sys.executable, "-m", "venv", str(WORK / "venv")])
    if status != 0:
        shutil.rmtree(WORK / "venv", ignore_errors=True)
        return "no virtual environment: " + (output.strip().splitlines() or ["python3 -m venv fails"])[-1]
    return None


def install_python(requirements):
    """Installs libraries; why they are not there, or nothing."""
    # What `pip` found once it finds again: a file for each set says that it is there.
    mark = WORK / "installed" / ("_".join(sorted(requirements)) or "nothing").replace("/", "-")
    if mark.exists() or not requirements:
        return None
    if not MAY_INSTALL:
        return "not installed: " + ", ".join(requirements)
    start = time.monotonic()
    status, output = run(
        [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements]
    )
    if status != 0:
        return "does not install: " + (output.strip().splitlines() or ["pip fails"])[-1]
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()
    say(f"installed {', '.join(requirements)} in {time.monotonic() - start:.0f} s")
    return None


updated = False


def install_debian(packages):
    """Installs Debian packages where that is possible; whether it was."""
    global updated
    if not MAY_INSTALL or not packages or shutil.which("apt-get") is None:
        return False
    prefix = []
    if os.geteuid() != 0:
        if shutil.which("sudo") is None or run(["sudo", "-n", "true"])[0] != 0:
            return False
        prefix = ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    start = time.monotonic()
    if not updated:
        updated = run([*prefix, "apt-get", "update", "-qq"], env=environment)[0] == 0
    command = [*prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    status, _ = run(command, env=environment)
    if status == 0:
        say(f"installed {', '.join(packages)} in {time.monotonic() - start:.0f} s")
    return status == 0


def missing_programs(judge):
    """Programs, and parts of them, that a judge needs and that are not there."""
    programs = [program for program in judge.get("PROGRAMS", []) if shutil.which(program) is None]
    return programs + [file for file in judge.get("FILES", []) if not Path(file).exists()]


def prepare(judge):
    """Installs what a judge needs; why it cannot judge, or nothing."""
    if missing_programs(judge):
        install_debian(judge.get("DEBIAN", []))
    missing = missing_programs(judge)
    if missing:
        return "there is no " + ", ".join(missing)
    return install_python(judge.get("REQUIRES", []))


def audit(binary, name, schemes):
    """Audits schemes into a JSON report."""
    path = WORK / f"{name}.json"
    command = [binary, "run", *schemes, "--policies", "policies", "--output", f"json={path}"]
    status, output = run([*command, "--fail-on", "never"], cwd=ROOT)
    if status not in (0, 1, 3):
        sys.exit(f"judges: the audit of {name} ended with status {status}: {output}")
    return path


def render(binary, report, name, language, template, formats):
    """Writes a report in formats; the outputs by format."""
    folder = WORK / "outputs"
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{name}.{language}" + ("" if template == "findings" else f".{template}")
    outputs = {form: folder / f"{stem}.{form}" for form in formats}
    command = [binary, "render", str(report), "--language", language, "--template", template, "--all"]
    for form, path in outputs.items():
        command += ["--output", f"{form}={path}"]
    status, output = run(command, cwd=ROOT)
    if status != 0:
        sys.exit(f"judges: cannot render {name} as {', '.join(formats)}: {output}")
    return outputs


def run_judge(stem, cases):
    """Lets one judge look at its cases, in a process of its own; its status."""
    path = WORK / f"cases.{stem}.json"
    path.write_text(json.dumps([case for case in cases if case["judge"] == stem]), encoding="utf-8")
    return subprocess.run([str(PYTHON), str(HERE / "frame.py"), str(path)]).returncode


def main():
    """Runs the judges that are named, or all."""
    binary, names = sys.argv[1], sys.argv[2:]
    files = sorted(path for path in HERE.glob("*.py") if path.name not in FRAME)
    unknown = set(names) - {path.stem for path in files}
    if unknown:
        sys.exit("judges: there is no judge " + ", ".join(sorted(unknown)))
    WORK.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    no_venv = make_venv()
    judges, skipped = {}, 0
    for path in files:
        if names and path.stem not in names:
            continue
        judge = constants(path)
        why = no_venv or prepare(judge)
        if why:
            skipped += 1
            say(f"SKIPPED {path.stem}: {why}")
        else:
            judges[path.stem] = judge
    say(f"{len(judges)} judges ready after {time.monotonic() - start:.0f} s")

    schemes = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("examples/*/scheme.yaml"))
    reports = {
        "kakao": audit(binary, "kakao", ["examples/kakao-2022/scheme.yaml"]),
        "several": audit(binary, "several", schemes[:4]),
        "hostile": ROOT / "Tests/ReportingTests/Snapshots/hostile.json",
    }
    if "json_schema" in judges:
        status, schema = run([binary, "schema", "report", "--policies", "policies"], cwd=ROOT)
        if status != 0:
            sys.exit(f"judges: there is no JSON Schema of a report: {schema}")
        (WORK / "report.schema.json").write_text(schema, encoding="utf-8")
    cases = []
    for template in sorted({name for judge in judges.values() for name in judge.get("TEMPLATES", ["findings"])}):
        wanted = {n: j for n, j in judges.items() if template in j.get("TEMPLATES", ["findings"])}
        formats = sorted({form for judge in wanted.values() for form in judge["FORMATS"]})
        for name, language in WHOLE if template == "findings" else SAMPLE:
            report = reports[name]
            outputs = render(binary, report, name, language, template, formats)
            for stem, judge in wanted.items():
                cases += [
                    {
                        "judge": stem, "name": name, "language": language, "template": template,
                        "format": form, "path": str(outputs[form]), "report": str(report),
                    }
                    for form in judge["FORMATS"]
                ]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        statuses = list(pool.map(lambda stem: run_judge(stem, cases), judges))
    status = max(statuses, default=0)
    say(f"{len(cases)} outputs judged, {skipped} judges skipped, {time.monotonic() - start:.0f} s in all")
    if skipped and os.environ.get("JUDGES_REQUIRE") == "1":
        status = status or 1
    sys.exit(status)


if __name__ == "__main__":
    main()
