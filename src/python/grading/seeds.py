"""The seed that draws a student's hidden inputs: the same at every run, and not to be guessed without the course's secret."""

import hashlib
import hmac
import os
import secrets

SECRET = ".course-secret"


def course_secret(root):
    """The course's secret, made at first use for the eyes of its owner alone. It must stay out of git and out of what students get."""
    path = root / SECRET
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32) + "\n")
    except FileExistsError:
        pass
    secret = path.read_text(encoding="ascii", errors="replace").strip()
    if len(secret) < 32:
        raise ValueError(f"{SECRET} is damaged: it should hold 64 hexadecimal digits")
    return secret.encode("ascii", "replace")


def secret_of(seed):
    """What stands in for the secret when a number was given."""
    return str(seed).encode("ascii")


def seed_of(secret, student, assignment):
    """A number of 63 bits."""
    digest = hmac.new(secret, f"{student}\0{assignment}".encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "big") & (1 << 63) - 1
