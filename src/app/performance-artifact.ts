import { Failure } from '../domain/failure.ts'
import type { Side } from '../domain/performance/gather.ts'
import type { Versions } from '../domain/performance/report.ts'
import { parseResultFile, type ResultFile } from '../domain/performance/result-file.ts'
import type { Artifacts } from '../ports/artifacts.ts'

export type ResultFiles = Readonly<Record<Side, ResultFile>>

const FILES = { baseline: 'baseline.json', current: 'current.json' }

/** Name of the artifact of one attempt: names are taken for good, so a further attempt needs its own. */
export function performanceArtifact({ current, baseline }: Versions, attempt: number): string {
  const name = `performance-${current}-vs-${baseline}`
  return attempt > 1 ? `${name}-attempt-${attempt}` : name
}

export async function uploadResults(
  files: ResultFiles,
  name: string,
  artifacts: Artifacts,
): Promise<void> {
  await artifacts.upload(name, {
    [FILES.baseline]: `${JSON.stringify(files.baseline)}\n`,
    [FILES.current]: `${JSON.stringify(files.current)}\n`,
  })
}

/**
 * The results that were measured in this run: of this attempt, else of the last one before it that measured, because a
 * re-run of failed jobs does not measure again. @throws Failure
 */
export async function downloadResults(
  versions: Versions,
  attempt: number,
  artifacts: Artifacts,
): Promise<ResultFiles> {
  for (let at = attempt; at > 1; at--) {
    const found = await present(artifacts, performanceArtifact(versions, at))
    if (found !== undefined) return toResults(found)
  }
  const names = Object.values(FILES)
  return toResults(await artifacts.download(performanceArtifact(versions, 1), names))
}

async function present(artifacts: Artifacts, name: string) {
  try {
    return await artifacts.download(name, Object.values(FILES))
  } catch (error) {
    if (error instanceof Failure && error.code === 'absent') return undefined
    throw error
  }
}

function toResults(texts: Readonly<Record<string, string>>): ResultFiles {
  const file = (name: string) => parseResultFile(texts[name] ?? '', name)
  return { baseline: file(FILES.baseline), current: file(FILES.current) }
}
