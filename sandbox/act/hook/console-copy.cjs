'use strict'

// Loaded by NODE_OPTIONS into the Node process of every step; plain CommonJS, because compiling it would cost each of them
// time. act may lose the last lines of a failing step: a copy of what is written to its terminal lets the recorder add them.
const { appendFileSync } = require('node:fs')
const { isatty } = require('node:tty')

const { SANDBOX_CONSOLE, SANDBOX_JOB, SANDBOX_JOB_NAME, GITHUB_ACTION } = process.env
delete process.env.NODE_OPTIONS
// In an action act overwrites the variable with the id of the flat job.
if (SANDBOX_JOB_NAME) process.env.GITHUB_JOB = SANDBOX_JOB_NAME
if (SANDBOX_CONSOLE && SANDBOX_JOB && GITHUB_ACTION && isatty(1)) {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    stream.write = (chunk, ...rest) => {
      appendFileSync(`${SANDBOX_CONSOLE}/${SANDBOX_JOB}`, chunk)
      return write(chunk, ...rest)
    }
  }
}
