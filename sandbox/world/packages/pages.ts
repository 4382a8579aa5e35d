import type { PackageFile } from './shelf.ts'

const API_VERSION = '1.1'

/** PEP 503 list of projects. */
export function projectListHtml(projects: readonly string[]): string {
  return page(
    'Simple index',
    projects.map((name) => `<a href="/simple/${name}/">${name}</a>`),
  )
}

/** PEP 503 page of a project; URLs are relative to the page. */
export function projectHtml(project: string, files: readonly PackageFile[]): string {
  return page(`Links for ${project}`, files.map(anchor))
}

/** PEP 691 list of projects. */
export function projectListJson(projects: readonly string[]) {
  return { meta: { 'api-version': API_VERSION }, projects: projects.map((name) => ({ name })) }
}

/** PEP 691 page of a project (PEP 700 fields included). */
export function projectJson(name: string, files: readonly PackageFile[]) {
  const versions = [...new Set(files.map((file) => file.version))]
  return { meta: { 'api-version': API_VERSION }, name, versions, files: files.map(fileEntry) }
}

/** `/pypi/NAME/json` and, without `releases`, `/pypi/NAME/VERSION/json`. */
export function releaseJson(origin: string, version: string, files: readonly PackageFile[]) {
  const urls = files.filter((file) => file.version === version).map((f) => legacyEntry(origin, f))
  const [first] = files
  const yanked = urls.length > 0 && urls.every((url) => url.yanked)
  const reason = urls.find((url) => url.yanked)?.yanked_reason ?? null
  const info = {
    name: first?.project ?? '',
    version,
    requires_python: urls[0]?.requires_python ?? null,
    yanked,
    yanked_reason: yanked ? reason : null,
  }
  return { info, last_serial: files.length, urls, vulnerabilities: [] }
}

/** The `releases` part of `/pypi/NAME/json`. */
export function releasesJson(origin: string, files: readonly PackageFile[]) {
  const entries = files.map((file) => [file.version, legacyEntry(origin, file)] as const)
  const grouped = Map.groupBy(entries, ([version]) => version)
  return Object.fromEntries([...grouped].map(([v, list]) => [v, list.map(([, entry]) => entry)]))
}

/** The newest final version that is not yanked, else the one published last. */
export function newestVersion(files: readonly PackageFile[]): string | undefined {
  const finals = files.filter((f) => f.yanked === undefined && /^\d+(\.\d+)*$/.test(f.version))
  const order = new Intl.Collator('en', { numeric: true })
  const sorted = finals.map((file) => file.version).sort(order.compare)
  return sorted.at(-1) ?? files.at(-1)?.version
}

function fileEntry(file: PackageFile) {
  return {
    filename: file.filename,
    url: `../../files/${file.filename}`,
    hashes: { sha256: file.sha256 },
    size: file.bytes.length,
    'upload-time': file.uploadTime,
    ...(file.requiresPython === undefined ? {} : { 'requires-python': file.requiresPython }),
    yanked: file.yanked === undefined ? false : file.yanked || true,
  }
}

function legacyEntry(origin: string, file: PackageFile) {
  return {
    filename: file.filename,
    url: `${origin}/files/${file.filename}`,
    digests: { sha256: file.sha256 },
    size: file.bytes.length,
    packagetype: file.filename.endsWith('.whl') ? 'bdist_wheel' : 'sdist',
    upload_time_iso_8601: file.uploadTime,
    requires_python: file.requiresPython ?? null,
    yanked: file.yanked !== undefined,
    yanked_reason: file.yanked || null,
  }
}

function anchor(file: PackageFile): string {
  const requires = file.requiresPython
  const python = requires === undefined ? '' : ` data-requires-python="${escaped(requires)}"`
  const yanked = file.yanked === undefined ? '' : ` data-yanked="${escaped(file.yanked)}"`
  const href = `../../files/${file.filename}#sha256=${file.sha256}`
  return `<a href="${href}"${python}${yanked}>${file.filename}</a>`
}

function page(title: string, anchors: readonly string[]): string {
  const meta = `<meta name="pypi:repository-version" content="${API_VERSION}">`
  const body = anchors.map((a) => `${a}<br>\n`).join('')
  return `<!DOCTYPE html>\n<html><head>${meta}<title>${title}</title></head>\n<body>\n${body}</body></html>\n`
}

function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (c) => names[c] ?? c)
}
