"""course bench: images a second of our engine, of DL4J and of other frameworks, taking turns on the same work."""

import argparse
import datetime
import json
import os
import platform
import re
import signal
import subprocess
import sys

import contenders
import contest
import scoreboard
from contenders import OURS, PRODUCT, WORKLOADS, Unready

PRODUCT_OPERATIONS = 2 * 1024 ** 3  # floating-point operations of the matrix product that is the yardstick


def options():
    parser = argparse.ArgumentParser(prog="course bench", description=__doc__, allow_abbrev=False)
    parser.add_argument("--rivals", action="store_true", help="also PyTorch and JAX, in an environment of their own (6 GB)")
    parser.add_argument("--only", type=chosen, default=WORKLOADS, metavar="KEYS",
                        help="workloads, such as 1,1b,3: " + "; ".join(f"{one.key} {one.title}" for one in WORKLOADS))
    parser.add_argument("--rounds", type=positive, default=5, metavar="N", help="5 unless told; the median counts")
    parser.add_argument("--json", default=os.path.join(contenders.STARTS, "bench.json"), metavar="FILE",
                        help="where all numbers go; target/bench/bench.json unless told")
    parser.add_argument("--markdown", action="store_true", help="end with the table for a README")
    parser.add_argument("--profile", action="store_true", help="instead: the operations of a step of ours on the chosen workloads")
    parser.add_argument("--epoch", action="store_true", help="instead: an epoch of the published convnet on all of MNIST, one image at a time")
    return parser


def positive(text):
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of rounds: 1 or more")
    return int(text)


def chosen(text):
    known = {workload.key: workload for workload in WORKLOADS}
    unknown = [key for key in text.split(",") if key not in known]
    if unknown:
        raise argparse.ArgumentTypeError(f"no workload {unknown[0]!r}: there are {', '.join(known)}")
    return [known[key] for key in dict.fromkeys(text.split(","))]


def main():
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), interrupted)
    arguments = options().parse_args()
    path = os.path.abspath(arguments.json)
    env = dict(os.environ)
    machine = about(env)
    print(f"machine         {machine['processor']}, {machine['cores']} cores, {machine['system']}, {machine['java']}, {machine['date']}")
    if arguments.epoch:
        sys.exit(subprocess.call(contenders.published_epoch(env), env=contenders.environment(env, machine["cores"])))
    if arguments.profile:
        trained = [workload for workload in arguments.only if workload.task == "train"]
        if not trained:
            sys.exit("course bench: a profile is of training steps, and none of the chosen workloads trains: choose others with --only")
        sys.exit(max(profile(workload, env, machine["cores"]) for workload in trained))
    try:
        if arguments.rivals:
            contenders.install_rivals(env)
        print("start files     writing data and first parameters to target/bench", flush=True)
        contenders.write_starts(arguments.only, env)
    except Unready as reason:
        sys.exit(f"course bench: {reason}")
    peaks, results, wrong = {}, [], []
    for workload in arguments.only:
        if cores_of(workload) not in peaks:
            peaks[cores_of(workload)] = peak(workload, arguments, env)
        results.append(run(workload, arguments, env, peaks[cores_of(workload)]))
        wrong += [f"{workload.key}: {found}" for found in [scoreboard.disagreement(results[-1]["rows"])] if found]
        write(path, {"machine": machine, "sgemm": peaks, "workloads": results})  # what is measured stays, whatever happens next
    if arguments.markdown:
        versions = ", ".join(f"{name} {version}" for name, version in used_versions(results).items())
        print(f"\n{scoreboard.markdown(results, OURS)}\n\n{machine['processor']}, {machine['cores']} cores, {machine['system']}, "
              f"{machine['java']}{', ' + versions if versions else ''}; {machine['date']}; "
              f"median of {arguments.rounds} rounds, contenders taking turns.")
    print(f"\nall numbers     {os.path.relpath(path)}")
    for text in wrong:
        print(f"\nTHE CONTENDERS DO NOT TRAIN THE SAME NETWORK. Workload {text}", file=sys.stderr)
    failed = [row["contender"] for result in results for row in result["rows"] if row["failure"]]
    sys.exit(1 if wrong or failed else 0)


def profile(workload, env, cores):
    threads = cores if workload.cores == "all" else 1
    return subprocess.call(contenders.step_profile(workload, threads, env), env=contenders.environment(env, threads))


def interrupted(number, frame):
    raise KeyboardInterrupt


def cores_of(workload):
    """The cores it runs on, for which a matrix product is the yardstick."""
    return "one" if workload.cores == "one" else "all"


def peak(workload, arguments, env):
    """Operations a second of the fastest matrix product on the same cores."""
    found = run(yardstick(workload), arguments, env, None)
    return max((row["flops"] for row in found["rows"] if "rate" in row), default=None)


def yardstick(workload):
    return PRODUCT._replace(cores=cores_of(workload), title=f"{PRODUCT.title}, {cores_of(workload)} core" + "s" * (workload.cores != "one"))


def run(workload, arguments, env, peak_rate):
    """Starts all contenders of a workload, lets them take turns, prints the table."""
    print(f"\n{workload.key:15} {workload.title}", flush=True)
    cores = contest.available_cores()
    threads = len(cores) if workload.cores == "all" else 1
    places = {"one": [[cores[-1]]], "all": [cores], "each": [[core] for core in cores]}[workload.cores]
    teams = []
    try:
        for name, command in contenders.commands(workload, threads, env, arguments.rivals).items():
            teams.append(contest.Team(name, []))
            enter(teams[-1], workload, command, contenders.environment(env, threads), places)
        contest.compete(teams, arguments.rounds, sum(places, []), tell)
    finally:
        for team in teams:
            team.end()
    rows = [scoreboard.summary(team, workload, operations(workload), peak_rate) for team in teams]
    print(scoreboard.table(rows, OURS), flush=True)
    return {"key": workload.key, "title": workload.title, "cores": workload.cores, "flops": operations(workload), "rows": rows}


def enter(team, workload, command, env, places):
    """Starts the processes of one contender and waits until they are warm and stopped."""
    if isinstance(command, Unready):
        return contest.fail(team, command, tell)
    try:
        for number, place in enumerate(places):
            log = os.path.join(contenders.LOGS, f"bench-{workload.key}-{re.sub(r'[^a-zA-Z0-9]+', '-', team.name)}-{number}.log")
            team.members.append(contest.Contender(team.name, command, env, log, place))
        team.prepare()
        tell(f"{team.name} is ready: {team.told['setting']}")
    except contest.Failed as failure:
        contest.fail(team, failure, tell)


def tell(text):
    print(f"    {text}", flush=True)


def operations(workload):
    """Floating-point operations of one image: twice the multiply-adds that the start file tells."""
    if workload.key == PRODUCT.key:
        return PRODUCT_OPERATIONS
    with open(os.path.join(contenders.STARTS, workload.start + ".start"), "rb") as file:
        header = json.loads(file.readline())
    return 2 * header["training" if workload.task == "train" else "forward"]


def used_versions(results):
    return {name: version for result in results for row in result["rows"] for name, version in row["versions"].items()}


def about(env):
    """The machine, for people to read."""
    found = re.search(r"^model name\s*:\s*(.+)$", read("/proc/cpuinfo"), re.MULTILINE)
    java = re.search(r'JAVA_VERSION="([^"]+)"', read(os.path.join(env.get("JAVA_HOME", ""), "release")))
    return {"processor": found.group(1) if found else platform.processor() or platform.machine(),
            "cores": len(contest.available_cores()), "system": f"{platform.system()} {platform.machine()}",
            "java": f"JDK {java.group(1)}" if java else "JDK of unknown version", "date": datetime.date.today().isoformat()}


def read(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path + ".part", "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
    os.replace(path + ".part", path)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        print("\ncourse bench: interrupted; no contender is left running.", file=sys.stderr)
        sys.exit(130)
