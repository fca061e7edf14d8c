"""Run by the system's Python, which has LibreOffice's `uno`: says as JSON what LibreOffice thinks of signatures.

Arguments: soffice, a folder for the profile, then workbooks. Answer: {path: [[valid, signer], …] or null}.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def start(soffice, profile):
    pipe = f"judge{os.getpid()}"
    office = subprocess.Popen(
        [
            soffice,
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={pathlib.Path(profile).as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        env={**os.environ, "HOME": profile},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(240):
        try:
            return office, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.25)
    office.kill()
    raise SystemExit("LibreOffice does not answer")


def signatures(there, path):
    services = there.ServiceManager
    zipped = PropertyValue()
    zipped.Name, zipped.Value = "StorageFormat", "ZipFormat"
    factory = services.createInstanceWithContext("com.sun.star.embed.StorageFactory", there)
    wanted = (pathlib.Path(path).as_uri(), 1, uno.Any("[]com.sun.star.beans.PropertyValue", (zipped,)))
    storage = uno.invoke(factory, "createInstanceWithArguments", (wanted,))
    kind = "com.sun.star.security.DocumentDigitalSignatures"
    judge = services.createInstanceWithArgumentsAndContext(kind, ("1.2", False), there)
    found = judge.verifyDocumentContentSignatures(storage, None)
    return [[bool(one.SignatureIsValid), one.Signer.SubjectName if one.Signer else ""] for one in found]


def main():
    soffice, profile, *paths = sys.argv[1:]
    office, there = start(soffice, profile)
    answer = {}
    try:
        for path in paths:
            try:
                answer[path] = signatures(there, path)
            except Exception:
                answer[path] = None
    finally:
        try:
            there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there).terminate()
            office.wait(20)
        except Exception:
            office.kill()
    print(json.dumps(answer))


main()
