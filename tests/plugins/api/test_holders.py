from __future__ import annotations

import os
import subprocess
import sys

from plugins.api.holders import is_dead, new_holder


def _of_another_process() -> str:
    command = [sys.executable, "-c", "from plugins.api.holders import new_holder; print(new_holder())"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_whoever_still_runs_is_not_dead():
    assert not is_dead(new_holder())
    machine, _number, life, work = new_holder().split("/")
    assert not is_dead(f"{machine}/{os.getppid()}/{life}/{work}")


def test_a_process_that_has_ended_is_dead():
    assert is_dead(_of_another_process())


def test_a_former_process_with_our_number_is_dead():
    machine, number, _life, work = new_holder().split("/")
    assert is_dead(f"{machine}/{number}/00000000/{work}")


def test_of_other_machines_and_old_names_nothing_is_known():
    _machine, number, _life, work = new_holder().split("/")
    assert not is_dead(f"elsewhere/{number}/00000000/{work}")
    assert not is_dead("0123456789abcdef")
    assert not is_dead("")


def test_a_name_fits_into_the_table():
    assert len(new_holder()) <= 64
