"""What is kept is also counted: Ctrl-C is heard after a step that must be whole, not within it."""

from __future__ import annotations

import signal
import sys
import threading

import pytest

from luocdo.loaders.interrupts import undisturbed

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a process that signals itself: POSIX only"
)


def test_a_step_is_ended_before_the_interrupt_is_heard() -> None:
    done: list[str] = []

    def step() -> None:
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            done.append("kept")
            done.append("counted")

    with pytest.raises(KeyboardInterrupt):
        step()
    assert done == ["kept", "counted"]


def test_afterwards_ctrl_c_means_what_it_meant() -> None:
    before = signal.getsignal(signal.SIGINT)
    with undisturbed():
        pass
    assert signal.getsignal(signal.SIGINT) is before


def test_an_error_of_the_step_is_told_and_the_handler_given_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(ZeroDivisionError), undisturbed():
        _ = 1 / 0
    assert signal.getsignal(signal.SIGINT) is before


def test_a_thread_that_hears_no_signal_just_works() -> None:
    done: list[str] = []

    def step() -> None:
        with undisturbed():
            done.append("kept")

    thread = threading.Thread(target=step)
    thread.start()
    thread.join()
    assert done == ["kept"]
