import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A real server that is installed on this machine. */
export interface Program {
  readonly path: string
  /** As the program prints it, for example `2.6.12-1+deb12u4`. */
  readonly version: string
}

/** Debian keeps servers in `/usr/sbin`, which an ordinary user's PATH may lack. */
const MORE_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** Finds a program on PATH and asks for its version; `undefined` where it is not installed. */
export function findProgram(
  name: string,
  versionFlag: string,
  searchPath = process.env.PATH ?? '',
): Program | undefined {
  const path = pathOf(name, searchPath)
  if (path === undefined) return undefined
  const { stdout, stderr } = spawnSync(path, [versionFlag], { encoding: 'utf8', timeout: 5000 })
  const version = /(?:version|distribution) (\d[^\s,]*)/i.exec(`${stdout}${stderr}`)?.[1]
  return version === undefined ? undefined : { path, version }
}

export const findHaproxy = (): Program | undefined => findProgram('haproxy', '-v')
export const findPrometheus = (): Program | undefined => findProgram('prometheus', '--version')
/** Debian's build prints an empty version. */
export function findVictoriaMetrics(): Program | undefined {
  const path = pathOf('victoria-metrics')
  return path === undefined ? undefined : { path, version: 'of this machine' }
}
/** Grafana's Loki; Debian has another program of that name. One that was built from its module names no version. */
export function findLoki(): Program | undefined {
  const path = pathOf('loki')
  if (path === undefined) return undefined
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 5000 })
  const [, version] = /^loki, version ([^ ]*) /.exec(stdout) ?? []
  return version === undefined ? undefined : { path, version: version || 'of its module' }
}
export const findDockerRegistry = (): Program | undefined =>
  findProgram('docker-registry', '--version')

function pathOf(name: string, searchPath = process.env.PATH ?? ''): string | undefined {
  const folders = [...searchPath.split(delimiter), ...MORE_FOLDERS].filter((f) => f !== '')
  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
