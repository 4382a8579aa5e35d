import { execFileSync } from 'node:child_process'
import { input, output } from './runner-io.ts'

/** Imitates actions/setup-python: reports the interpreter that is there; whoever asked decides whether it will do. */
export function run(): void {
  const asked = input('python-version')
  const [version = '', path = ''] = interpreter()
  if (asked !== '' && !fits(version, asked))
    process.stdout.write(`::warning::Python ${asked} was asked for, the sandbox has ${version}\n`)
  output('python-version', version)
  output('python-path', path)
}

function interpreter(): string[] {
  const program = 'import platform, sys; print(platform.python_version()); print(sys.executable)'
  return execFileSync('python3', ['-c', program], { encoding: 'utf8' }).trim().split('\n')
}

function fits(version: string, asked: string): boolean {
  const plain = asked.replace(/\.x$/, '')
  return version === plain || version.startsWith(`${plain}.`)
}
