import type { FileSource } from '../../domain/config/sources.ts'
import { Failure } from '../../domain/failure.ts'
import { readJsonValue } from '../../domain/metrics/json-value.ts'
import { fill } from '../../domain/release/template.ts'
import type { Files } from '../../ports/files.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { spanOf } from '../sources/span.ts'
import { valueNamed } from '../sources/value-named.ts'

/** Bytes of the largest file that is read. */
const LARGEST = 4_000_000

/** Values out of JSON files of the workspace, which another step has written. */
export function jsonFile(config: FileSource, files: Pick<Files, 'read'>): Metrics {
  return {
    async read(objective, window) {
      const spec = valueNamed(config.values, objective)
      const path = fill(spec.file, { version: window.version })
      const json = parsed(await files.read(path, LARGEST), path)
      return {
        ...readJsonValue(json, spec, objective.unit, spanOf(window)),
        question: `${path} at ${spec.value || 'its root'}`,
      }
    },
  }
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('bad-answer', `the file ${path} is no JSON`, 'Check the step that writes it')
  }
}
