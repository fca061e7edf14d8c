"""A program that saves without end and says what it saved; the tests kill it. Arguments: database, PC folder, start."""

import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from vnpresence_desktop.domain.records import Citizen
from vnpresence_desktop.store.store import Store

database, pc_folder, start = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
hour = timezone(timedelta(hours=7))
store = Store.open(database, pc_folder, now=lambda: datetime.now(hour), actor="Lan")
os.write(1, b"ready\n")
while True:
    start += 1
    with store.unit() as unit:
        saved = unit.put(Citizen(name=f"Trần Thị Ánh {start}", birth_date="2005", hamlet="Ấp 1"))
        unit.put(Citizen(name=f"Trần Văn Bảo {start}", birth_date="2006", hamlet=saved.id))
    os.write(1, f"{saved.id}\n".encode())
