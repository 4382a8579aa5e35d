import * as z from 'zod'
import { HttpUrl } from './text.ts'

/**
 * What people are told about: the three ends of a release, a freeze, an objective that only notifies, and a breach that
 * asks for a decision.
 */
export const NOTICE_EVENTS = [
  'completed',
  'rolled-back',
  'failed',
  'frozen',
  'breached',
  'paged',
] as const

const events = (what: string) =>
  z
    .array(z.enum(NOTICE_EVENTS))
    .min(1)
    .max(NOTICE_EVENTS.length)
    .default([...NOTICE_EVENTS])
    .describe(`${what} All of them unless named.`)

/** Who is told. What is left out is told nothing. */
export const Notifications = z
  .strictObject({
    slack: z
      .strictObject({
        events: events(
          'Events that become a message, by the incoming webhook in the secret `SLACK_WEBHOOK_URL`.',
        ),
      })
      .optional(),
    grafana: z
      .strictObject({
        url: HttpUrl.describe('Address of Grafana; the token is the secret `GRAFANA_API_KEY`.'),
        events: events(
          'Events that become an annotation, with the tags product, version, event and `entry:<seq>` of the ledger.',
        ),
      })
      .optional(),
  })
  .meta({ id: 'Notifications' })
export type Notifications = z.infer<typeof Notifications>
