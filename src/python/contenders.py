"""Who competes in ./course bench, at what, and what must be there before: natives for DL4J's oneDNN helpers, an environment for rivals."""

import collections
import glob
import os
import platform
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LIBRARY = os.path.join(ROOT, "target", "lib")
HELPERS = os.path.join(ROOT, "target", "bench-lib")
STARTS = os.path.join(ROOT, "target", "bench")
LOGS = os.path.join(ROOT, "target", "logs")
RIVALS = os.path.join(ROOT, ".venv-rivals")
PROGRAMS = os.path.join(ROOT, "src", "python", "rivals")
WINDOWS = os.name == "nt"

OURS = "ours (engine)"
SHIPPED = "DL4J as shipped"
WITH_HELPERS = "DL4J + oneDNN helpers"

# cores: one, all (by one run), or each (a run on each at once)
Workload = collections.namedtuple("Workload", "key title start cores task")
WORKLOADS = [
    Workload("1", "Torch convnet, batch 1, one core", "torch-convnet-1", "one", "train"),
    Workload("1b", "Torch convnet, batch 1, all cores", "torch-convnet-1", "all", "train"),
    Workload("2", "Torch convnet, batch 1, a run on each core", "torch-convnet-1", "each", "train"),
    Workload("3", "Torch convnet, batch 64", "torch-convnet-64", "all", "train"),
    Workload("4", "LeNet 20-50-500, batch 64", "lenet-64", "all", "train"),
    Workload("5", "nyu-2017 baseline, batch 64", "nyu-2017-64", "all", "train"),
    Workload("6", "MLP 1000-500-200-50, Adam, batch 500", "mlp-500", "all", "train"),
    Workload("7", "small VGG, Adam, batch 32", "small-vgg-32", "all", "train"),
    Workload("8", "Torch convnet, evaluation, 2000 images a call", "torch-convnet-2000", "all", "evaluate"),
]
PRODUCT = Workload("sgemm", "product of two matrices 1024 x 1024", "none", "all", "train")


class Unready(Exception):
    """Something that a contender needs cannot be had; the text says what and why."""


def java(env, class_path, *arguments):
    home = env.get("JAVA_HOME")
    command = os.path.join(home, "bin", "java") if home else "java"
    return [command] + env.get("JJAVA_JVM_OPTS", "").split() + ["-cp", class_path, *arguments]


def commands(workload, threads, env, rivals):
    """The command line of each contender by its name; an Unready where there is none."""
    start = os.path.join(STARTS, workload.start + ".start")
    task = [start, workload.task, str(threads)]
    own = os.path.join(LIBRARY, "*")
    contender = "homework.bench.Contender"
    if workload.key == PRODUCT.key:
        found = {"OpenBLAS or oneDNN": java(env, own, contender, "sgemm", *task)}
        return found | ({"PyTorch": rival("torch_product.py", *task)} if rivals else {})
    found = {OURS: java(env, own, contender, "engine", *task), SHIPPED: java(env, own, contender, "dl4j", *task)}
    try:
        found[WITH_HELPERS] = java(env, helper_class_path(env), "-Dorg.eclipse.deeplearning4j.helpers.disable=false",
                                   contender, "dl4j", *task)
    except Unready as reason:
        found[WITH_HELPERS] = reason
    if rivals:
        compiler = any(map(shutil.which, [env.get("CXX") or "g++", "clang++", "cl"]))
        found["PyTorch eager"] = rival("torch_contender.py", *task, "eager")
        found["torch.compile"] = rival("torch_contender.py", *task, "compile") if compiler else Unready(
            "torch.compile needs a C++ compiler, and there is none: install g++ (Debian: apt-get install g++)")
        found["JAX jit"] = rival("jax_contender.py", *task)
    return found


def published_epoch(env):
    return java(env, os.path.join(LIBRARY, "*"), "homework.bench.PublishedEpoch")


def step_profile(workload, threads, env):
    return java(env, os.path.join(LIBRARY, "*"), "homework.bench.StepProfile", workload.start, str(threads))


def rival(program, *arguments):
    return [rivals_python(), os.path.join(PROGRAMS, program), *arguments]


def environment(env, threads):
    """Each contender alone has its cores, so its threads may spin while it works: idle ones are stopped anyway."""
    alone = dict(env, OMP_NUM_THREADS=str(threads), JAX_PLATFORMS="cpu", PYTHONUNBUFFERED="1")
    for name in ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT"):
        alone.pop(name, None)
    return alone


# ------------------------------------------------------------------------------------------------------ start files

def write_starts(workloads, env):
    """The data and first parameters of the workloads, written anew by the Java side."""
    keys = list(dict.fromkeys(workload.start for workload in workloads))
    done(java(env, os.path.join(LIBRARY, "*"), "homework.bench.Starts", STARTS, *keys), env, "writing the start files")


# ------------------------------------------------------------------------------------- DL4J's oneDNN helpers

def helper_class_path(env):
    """The library with ND4J's oneDNN natives instead of the plain ones, and with the class that DL4J's helpers ask for."""
    plain = glob.glob(os.path.join(glob.escape(LIBRARY), "nd4j-native-[0-9]*-*-*64.jar"))
    if len(plain) != 1:
        raise Unready(f"one jar of ND4J's natives is expected in target/lib, found {len(plain)}")
    name = os.path.basename(plain[0])[:-len(".jar")]
    system = "-".join(name.split("-")[-2:])
    version = name[len("nd4j-native-"):-len(system) - 1]
    if not system.endswith("x86_64"):
        raise Unready(f"ND4J has no oneDNN natives for {system}")
    classifier = system + "-onednn" + vectors(system)
    jar = os.path.join(HELPERS, f"nd4j-native-{version}-{classifier}.jar")
    if not os.path.isfile(jar):
        print(f"helpers         fetching ND4J's natives with oneDNN ({classifier}, 95 MB)", flush=True)
        done([env.get("MAVEN") or "mvn", "-q", "-B", "-ntp", "dependency:copy", "-DoutputDirectory=" + HELPERS,
              f"-Dartifact=org.nd4j:nd4j-native:{version}:jar:{classifier}"], env, "fetching ND4J's natives with oneDNN")
    shim = os.path.join(HELPERS, "shim")
    source = os.path.join(ROOT, "src", "bench", "java", "org", "nd4j", "nativeblas", "Nd4jCpu.java")
    made = os.path.join(shim, "org", "nd4j", "nativeblas", "Nd4jCpu$Environment.class")
    if not os.path.isfile(made) or os.path.getmtime(made) < os.path.getmtime(source):
        done([os.path.join(env["JAVA_HOME"], "bin", "javac") if env.get("JAVA_HOME") else "javac", "-d", shim,
              "-cp", os.path.join(LIBRARY, "*"), source], env, "compiling the helpers' switch")
    rest = [path for path in sorted(glob.glob(os.path.join(glob.escape(LIBRARY), "*.jar"))) if path != plain[0]]
    return os.pathsep.join([jar, shim] + rest)


def vectors(system):
    """The part of the classifier that names the processor's vectors; AVX-512 natives exist for Linux alone."""
    flags = ""
    if system.startswith("linux"):
        with open("/proc/cpuinfo", encoding="utf-8", errors="replace") as file:
            flags = file.read()
        return "-avx512" if " avx512f" in flags else "-avx2" if " avx2" in flags else ""
    return "-avx2"  # every x86-64 Mac and Windows computer that runs a JDK 17 today


# ------------------------------------------------------------------------------------------------------- the rivals

def rivals_python():
    return os.path.join(RIVALS, "Scripts", "python.exe") if WINDOWS else os.path.join(RIVALS, "bin", "python")


def install_rivals(env):
    """PyTorch and JAX in an environment of their own, made once and anew when the pins change."""
    requirements = os.path.join(ROOT, "src", "python", "requirements-rivals.txt")
    stamp = os.path.join(RIVALS, "made-from.txt")
    with open(requirements, encoding="utf-8") as file:
        pins = file.read()
    if os.path.isfile(stamp) and os.path.isfile(rivals_python()):
        with open(stamp, encoding="utf-8") as file:
            if file.read() == pins:
                return
    big = platform.system() == "Linux" and platform.machine() == "x86_64"
    needed = 9 if big else 3
    free = shutil.disk_usage(ROOT).free / 1e9
    if free < needed:
        raise Unready(f"installing the rivals needs {needed} GB and {free:.1f} GB are free in {ROOT}")
    print(f"rivals          installing PyTorch and JAX into .venv-rivals: about {'3 GB to fetch, 6 GB' if big else '1 GB'} on disk, "
          "2 to 20 minutes", flush=True)
    start = time.time()
    shutil.rmtree(RIVALS, ignore_errors=True)
    done([sys.executable, "-m", "venv", RIVALS], env, "making .venv-rivals")
    done([rivals_python(), "-m", "pip", "install", "--no-input", "--progress-bar=off", "-r", requirements], env, "installing the rivals")
    with open(stamp, "w", encoding="utf-8") as file:
        file.write(pins)
    print(f"rivals          installed in {time.time() - start:.0f} s", flush=True)


def done(command, env, doing):
    """Runs a step to its end; an Unready with the last lines it printed when it fails."""
    result = subprocess.run(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, encoding="utf-8", errors="replace")
    if result.returncode:
        raise Unready("\n    ".join([f"{doing} failed:"] + [line for line in result.stdout.splitlines() if line.strip()][-6:]))
