import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { type FaultInjector, faultInjector } from '../faults.ts'
import { type Listening, serveHono } from '../server.ts'
import {
  newestVersion,
  projectHtml,
  projectJson,
  projectListHtml,
  projectListJson,
  releaseJson,
  releasesJson,
} from './pages.ts'
import { normalised, openShelf, type PackageFile, type Shelf, type Upload } from './shelf.ts'

/** What an index gets wrong about its files, beside the faults of any server. */
export interface PackageFaults extends FaultInjector {
  /** The version is not listed and not served, as before a mirror has caught up. */
  hide(version: string): void
  /** Announces another SHA-256 for the file. */
  wrongHash(filename: string): void
  /** Serves other bytes of the same length, under the true hash. */
  wrongBytes(filename: string): void
}

/** The package index. `simpleUrl` is what pip takes as `--index-url`. */
export interface PackageIndex extends Listening {
  readonly simpleUrl: string
  readonly faults: PackageFaults
  /** Publishes a file from disk, or its name and bytes. Other bytes under a taken name throw. */
  publish(file: string | Upload): PackageFile
  yank: Shelf['yank']
}

/**
 * Starts the index: `/simple/` and `/simple/NAME/` as HTML (PEP 503) or JSON (PEP 691) by `Accept`,
 * `/files/FILENAME`, `/pypi/NAME/json`, `/pypi/NAME/VERSION/json`.
 */
export async function startPackageIndex(
  options: { readonly port?: number; readonly now?: () => Date } = {},
): Promise<PackageIndex> {
  const shelf = openShelf(options.now ?? (() => new Date()))
  const wrong: Wrong = { hidden: new Set(), hashes: new Set(), bytes: new Set() }
  const faults = packageFaults(wrong)
  const app = new Hono()
  app.use(faults.middleware)
  simple(app, shelf, wrong)
  files(app, shelf, wrong)
  legacy(app, shelf, wrong)
  const listening = await serveHono(app, options.port)
  return {
    ...listening,
    simpleUrl: `${listening.url}/simple/`,
    faults,
    publish: (file) => shelf.publish(typeof file === 'string' ? fromDisk(file) : file),
    yank: shelf.yank,
  }
}

interface Wrong {
  readonly hidden: Set<string>
  readonly hashes: Set<string>
  readonly bytes: Set<string>
}

function packageFaults(wrong: Wrong): PackageFaults {
  const general = faultInjector()
  return {
    ...general,
    clear() {
      general.clear()
      for (const set of Object.values(wrong)) set.clear()
    },
    hide: (version) => wrong.hidden.add(version),
    wrongHash: (filename) => wrong.hashes.add(filename),
    wrongBytes: (filename) => wrong.bytes.add(filename),
  }
}

/** The files of a project as this index tells them. */
function visible(shelf: Shelf, wrong: Wrong, project: string): PackageFile[] {
  const listed = shelf.filesOf(project).filter((file) => !wrong.hidden.has(file.version))
  return listed.map((file) =>
    wrong.hashes.has(file.filename) ? { ...file, sha256: reversed(file.sha256) } : file,
  )
}

const JSON_TYPES = [
  'application/vnd.pypi.simple.v1+json',
  'application/vnd.pypi.simple.latest+json',
]
const HTML_TYPES = ['text/html', 'application/vnd.pypi.simple.v1+html']

function simple(app: Hono, shelf: Shelf, wrong: Wrong): void {
  app.get('/simple/', (c) => {
    const projects = shelf.projects()
    return negotiated(c, projectListHtml(projects), projectListJson(projects))
  })
  app.get('/simple/:name', (c) => c.redirect(`/simple/${normalised(c.req.param('name'))}/`, 301))
  app.get('/simple/:name/', (c) => {
    const name = c.req.param('name')
    if (name !== normalised(name)) return c.redirect(`/simple/${normalised(name)}/`, 301)
    if (shelf.filesOf(name).length === 0) return c.text('404 Not Found', 404)
    const listed = visible(shelf, wrong, name)
    return negotiated(c, projectHtml(name, listed), projectJson(name, listed))
  })
}

function negotiated(c: Context, html: string, json: object): Response {
  const supports = [...HTML_TYPES, ...JSON_TYPES]
  const type = accepts(c, { header: 'Accept', supports, default: 'text/html' })
  c.header('Vary', 'Accept')
  c.header('Content-Type', type)
  return c.body(JSON_TYPES.includes(type) ? JSON.stringify(json) : html)
}

function files(app: Hono, shelf: Shelf, wrong: Wrong): void {
  app.get('/files/:filename', (c) => {
    const filename = c.req.param('filename')
    const all = shelf.projects().flatMap((project) => visible(shelf, wrong, project))
    const file = all.find((candidate) => candidate.filename === filename)
    if (!file) return c.text('404 Not Found', 404)
    const bytes = wrong.bytes.has(filename) ? file.bytes.map((byte) => byte ^ 0xff) : file.bytes
    c.header('Content-Type', 'application/octet-stream')
    return c.body(new Uint8Array(bytes))
  })
}

function legacy(app: Hono, shelf: Shelf, wrong: Wrong): void {
  app.get('/pypi/:name/json', (c) => {
    const listed = visible(shelf, wrong, c.req.param('name'))
    const version = newestVersion(listed)
    if (version === undefined) return c.json({ message: 'Not Found' }, 404)
    const { origin } = new URL(c.req.url)
    const body = releaseJson(origin, version, listed)
    return c.json({ ...body, releases: releasesJson(origin, listed) })
  })
  app.get('/pypi/:name/:version/json', (c) => {
    const { name, version } = c.req.param()
    const listed = visible(shelf, wrong, name)
    if (!listed.some((file) => file.version === version))
      return c.json({ message: 'Not Found' }, 404)
    return c.json(releaseJson(new URL(c.req.url).origin, version, listed))
  })
}

function fromDisk(path: string): Upload {
  return { filename: basename(path), bytes: readFileSync(path) }
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}
