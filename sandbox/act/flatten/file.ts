import { path } from '../expression/syntax.ts'
import { Refusal } from '../tree/refusal.ts'
import { asList, asMap, asText, type YamlMap } from '../yaml.ts'
import { addCall } from './call.ts'
import { type Handle, knownHandle } from './handle.ts'
import { addJob, type JobSite } from './job.ts'
import { addLegs } from './legs.ts'
import type { Plan } from './plan.ts'
import type { Place } from './rewrite.ts'
import type { FlattenSettings, Scope } from './scope.ts'

/** Adds all jobs of one workflow file to the plan and returns how others read them, by job id. */
export function addFile(
  scope: Scope,
  plan: Plan,
  settings: FlattenSettings,
): ReadonlyMap<string, Handle> {
  const handles = new Map<string, Handle>()
  for (const [id, job] of inOrder(scope.tree.jobs, scope.tree.file)) {
    handles.set(id, addOne(jobSite(id, job, scope, plan, settings, handles)))
  }
  return handles
}

function addOne(site: JobSite): Handle {
  const { job, place } = site
  return asMap(job.strategy).matrix === undefined ? addLeg(site) : addLegs(site, addLeg)

  function addLeg(leg: JobSite): Handle {
    const called = place.scope.tree.calls.get(place.jobId)
    if (called) return addCall(leg, called, (scope) => addFile(scope, leg.plan, place.settings))
    return reused(leg) ?? addJob(leg)
  }
}

function reused(site: JobSite): Handle | undefined {
  const { known } = site.place.settings
  const job = known?.jobs.get(site.path)
  if (!known || !job) return undefined
  const untouched = site.place.scope.reusable && site.ancestors.every((handle) => handle.reused)
  if (!known.settled && !untouched) return undefined
  site.plan.reused.push(job)
  return knownHandle(job.result, job.outputs)
}

function jobSite(
  id: string,
  job: YamlMap,
  scope: Scope,
  plan: Plan,
  settings: FlattenSettings,
  handles: ReadonlyMap<string, Handle>,
): JobSite {
  const direct = asList(job.needs).map(asText)
  const before = ancestorsOf(id, scope.tree.jobs)
  const pick = (ids: readonly string[]): [string, Handle][] =>
    ids.flatMap((name) => {
      const handle = handles.get(name)
      return handle ? [[name, handle] as [string, Handle]] : []
    })
  const place: Place = {
    scope,
    settings,
    jobId: id,
    needs: new Map(pick(direct)),
    token: path('github', 'token'),
  }
  return {
    place,
    plan,
    job,
    flatId: scope.prefix + id,
    path: scope.path + id,
    rules: scope.rules,
    ancestors: pick(before).map(([, handle]) => handle),
    waitFor: [],
    only: [],
  }
}

function ancestorsOf(id: string, jobs: ReadonlyMap<string, YamlMap>): string[] {
  const found = new Set<string>()
  const visit = (job: string): void => {
    for (const need of asList(jobs.get(job)?.needs).map(asText)) {
      if (found.has(need)) continue
      found.add(need)
      visit(need)
    }
  }
  visit(id)
  return [...found]
}

/** Jobs after everything they need. Throws Refusal for a circle or a job that does not exist. */
function inOrder(jobs: ReadonlyMap<string, YamlMap>, file: string): [string, YamlMap][] {
  const ordered = new Map<string, YamlMap>()
  const visit = (id: string, above: readonly string[]): void => {
    if (ordered.has(id)) return
    const job = jobs.get(id)
    if (!job) throw new Refusal(`${file}: job '${above.at(-1)}' depends on unknown job '${id}'.`)
    if (above.includes(id)) throw new Refusal(`${file}: job '${id}' depends on itself`)
    for (const need of asList(job.needs).map(asText)) visit(need, [...above, id])
    ordered.set(id, job)
  }
  for (const id of jobs.keys()) visit(id, [])
  return [...ordered]
}
