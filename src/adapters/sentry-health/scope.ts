import * as z from 'zod'
import type { SentryHealthSource } from '../../domain/config/sentry-health-source.ts'
import { Failure } from '../../domain/failure.ts'
import { fill } from '../../domain/release/template.ts'
import type { Window } from '../../ports/metrics.ts'
import type { Query, SentryClient } from './client.ts'

/** What every question about one release in one project has in common. */
export interface Scope {
  readonly release: string
  /** Start of what is asked for, never before the window. */
  readonly from: Date
  readonly period: Query
  readonly project: Query
  readonly environment: Query
  /** Project and environment, for people. */
  readonly place: string
}

const HOUR_MS = 3_600_000

const Project = z.object({ id: z.string().regex(/^\d{1,20}$/), slug: z.string() })

/**
 * The scopes of a release, one a project, by ids: Sentry knows no slugs in a query.
 * @throws Failure `absent` for a project of another name, `too-short` for a window in which no hour begins.
 */
export async function scopesOf(
  config: SentryHealthSource,
  product: string,
  window: Window,
  client: SentryClient,
): Promise<readonly Scope[]> {
  const release = fill(config.release, { product, version: window.version })
  if (/["*\\\p{Cc}]/u.test(release))
    throw new Failure('bad-config', 'the name of the release cannot be asked for at Sentry')
  const from = firstHour(window)
  const { environment } = config
  const shared: Omit<Scope, 'project' | 'place'> = {
    release,
    from,
    period: [
      ['start', from.toISOString()],
      ['end', window.to.toISOString()],
    ],
    environment: environment === undefined ? [] : [['environment', environment]],
  }
  const scopes: Scope[] = []
  // One after the other: Sentry limits how much is asked at the same time.
  for (const slug of config.projects) {
    const id = await projectId(client, slug)
    const place = environment === undefined ? slug : `${slug}, environment ${environment}`
    scopes.push({ ...shared, project: [['project', id]], place })
  }
  return scopes
}

/** Sentry counts by the hour, and rounds a start down: what is asked for begins with the first whole one. */
function firstHour({ from, to }: Window): Date {
  const start = Math.ceil(from.getTime() / HOUR_MS) * HOUR_MS
  if (start < to.getTime()) return new Date(start)
  throw new Failure(
    'too-short',
    'Sentry counts by the hour, and no hour begins in the window',
    'Give the objective a window of an hour or more',
  )
}

/** A renamed project answers under its old name too, with the new one. */
async function projectId(client: SentryClient, slug: string): Promise<string> {
  const project = await client.get(Project, client.project(slug))
  if (project.slug === slug) return project.id
  throw new Failure('absent', `Sentry has no project ${slug}`, 'Name it as Sentry does now')
}
