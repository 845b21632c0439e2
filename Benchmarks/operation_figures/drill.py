"""G14: a backup made under load, put in the place of a database that is lost, and compared with what there was."""
import hashlib, json, os, shutil, subprocess, time

from .load import Load, copied, seeded


def restored(shop, report, given):
    data = copied(shop, seeded(shop, report, given))
    backup = f"{shop.place('backup')}/backup.sqlite"
    with shop.service(data=data) as service:
        service.until_ready()
        before = exported(shop, service.database)
        with Load(service) as load:
            load.wait_for(100)
            acknowledged, since = len(load.identifiers), time.monotonic()
            command(shop, "backup", backup, "--database", service.database)
            copying = time.monotonic() - since
            meanwhile = len(load.identifiers) - acknowledged
        refused, certain = load.refused, set(load.identifiers[:acknowledged])
        # Whatever was there at any time; the load only adds.
        after, created = exported(shop, service.database), changes(service)
        service.kill()
    shutil.rmtree(data)
    os.mkdir(data)

    steps, since = [("backup", copying)], time.monotonic()

    def step(name):
        nonlocal since
        steps.append((name, time.monotonic() - since))
        since = time.monotonic()

    shutil.copyfile(backup, f"{data}/dateline.sqlite")
    step("copy")
    command(shop, "check", "--database", f"{data}/dateline.sqlite")
    step("check")
    with shop.service(data=data) as service:
        service.until_ready()
        step("start")
        there, known = exported(shop, service.database), changes(service)
        articles = service.total()
    faults = [
        *(["writes were refused"] if refused else []),
        *(["lines from before the backup are missing"] if not before <= there else []),
        *(["there are lines that never were"] if not there <= after else []),
        *(["an acknowledged article is missing"] if not certain <= {change["id"] for change in known} else []),
        *(["the change log is no beginning of the one there was"] if known != created[: len(known)] else []),
        *(["the change log and the articles don't agree"] if articles != sum(change["resource"] == "article" for change in known) else []),
    ]
    if faults:
        raise RuntimeError("; ".join(faults))
    total = sum(seconds for _, seconds in steps)
    parts = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in steps)
    note = f"{articles:,} articles, {meanwhile:,} written during the backup; {parts}; the export equal, line by line"
    report.add("G14", "backup under load, restored, checked and ready", total, "s", 60, 120, note=note)
    shop.clear(data, os.path.dirname(backup))


def command(shop, *arguments):
    done = subprocess.run([shop.program, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"dateline {arguments[0]} ended with {done.returncode}: {done.stderr.strip()[-300:]}")


def exported(shop, database):
    """Hashes of the lines of an export."""
    with subprocess.Popen([shop.program, "export", "--database", database], stdout=subprocess.PIPE) as process:
        lines = {hashlib.blake2b(line, digest_size=16).digest() for line in process.stdout}
    if process.returncode != 0:
        raise RuntimeError(f"the export ended with {process.returncode}")
    return lines


def changes(service):
    """All of the change log."""
    connection = service.connect()
    connection.request("GET", "/v1/changes?after=0", headers={"Accept": "application/x-ndjson"})
    with connection.getresponse() as answer:
        return [json.loads(line) for line in answer]
