import { input, output } from './runner-io.ts'

/** Imitates actions/setup-node: reports the Node that is there; whoever asked decides whether it will do. */
export function run(): void {
  const asked = input('node-version').replace(/\.x$/, '')
  const { node } = process.versions
  if (asked !== '' && node !== asked && !node.startsWith(`${asked}.`))
    process.stdout.write(`::warning::Node ${asked} was asked for, the sandbox has ${node}\n`)
  output('node-version', `v${node}`)
}
