"""Runs every test_* function of the modules named as arguments, on CPython and on MicroPython
alike.

    python tests/portable/run.py test_seconds ...

Prints the traceback of every failure and, as the last line, `N passed, M failed`; leaves with 1 on
a failure. One test a call of more(), because the WebAssembly VM collects garbage only between
calls.
"""

import sys

passed = 0
failed = 0
queue = []


def show(error, name):
    print("FAILED", name)
    if hasattr(sys, "print_exception"):
        sys.print_exception(error, sys.stdout)
    else:
        import traceback

        traceback.print_exception(error, file=sys.stdout)


def collect(names):
    for name in names:
        module = __import__(name)
        for test in sorted(dir(module)):
            if test.startswith("test_"):
                queue.append((name + "." + test, getattr(module, test)))


def more():
    global passed, failed
    if not queue:
        print(str(passed) + " passed, " + str(failed) + " failed")
        sys.exit(1 if failed or not passed else 0)
    name, test = queue.pop(0)
    try:
        test()
        passed += 1
    except Exception as error:
        failed += 1
        show(error, name)
    return True


collect(sys.argv[1:])
while sys.platform != "webassembly":
    more()
