import { join } from 'node:path'

/** The interpreter by the name it has on this system. */
export function pythonProgram(os: string): string {
  return os === 'Windows' ? 'python' : 'python3'
}

/** Where `pip install --target` puts a console script. */
export function scriptPathOn(os: string): (folder: string, script: string) => string {
  return (folder, script) => join(folder, 'bin', os === 'Windows' ? `${script}.exe` : script)
}
