#!/bin/sh
# Run a batch under an engine that retries what fails: done-or-retry.sh COMMAND…
# Status 1 says that some units have errors in their data. Trying again does not mend those, and each has its line, so
# that it counts as done; every other status but 0 is a failure and passed on.
"$@"
status=$?
[ "$status" -eq 1 ] && status=0
exit "$status"
