/** What the set-up says: one line a step, and one line when it cannot go on. */

/** An expected failure: `remedy` is one line that says what to do, `output` what the failed command printed. */
export class SetupError extends Error {
  constructor(remedy, output = '') {
    super(remedy)
    this.output = output
  }
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

/** Says what is about to happen, before the first step is done. */
export function announce(names) {
  process.stdout.write(`set-up, once: ${names.join(', ')}\n`)
}

/** Runs one step and prints its name and time when it is done. */
export async function step(name, work) {
  const start = performance.now()
  await work()
  process.stdout.write(
    `set-up: ${name.padEnd(24)} ${seconds(performance.now() - start).padStart(8)}\n`,
  )
}

/** The end of what a failed command printed, then one line with the remedy. */
export function fail(error) {
  const tail = error.output.trimEnd().split('\n').slice(-20)
  if (error.output !== '') process.stderr.write(`${tail.map((line) => `  ${line}`).join('\n')}\n`)
  process.stderr.write(`set-up: ${error.message}\n`)
}
