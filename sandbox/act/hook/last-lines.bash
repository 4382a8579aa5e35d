# Sourced by BASH_ENV into the bash of every step. act may lose the last lines of a failing one: it gets time to read them.
unset BASH_ENV
trap '[ $? = 0 ] || sleep 0.3' EXIT
