import { behaves } from './behaviour.ts'
import { cloudWatch } from './cloudwatch.ts'
import { github } from './github.ts'
import { httpJson, loki, prometheus } from './providers.ts'
import { sentryHealth } from './sentry.ts'

const all = [prometheus, loki, httpJson, sentryHealth, cloudWatch, github]
for (const provider of all) behaves(provider)
