import type { Strategy } from './plan.ts'

interface Guide {
  /** What happens, in a sentence without its dot. */
  readonly does: string
  /** What it suits. */
  readonly suits: string
}

/** When to take which strategy: what every plan and docs/strategies.md say. */
export const STRATEGY_GUIDE: Readonly<Record<Strategy, Guide>> = {
  direct: {
    does: 'all traffic goes over at once, and is watched',
    suits: 'minor updates and patches',
  },
  canary: {
    does: 'the new version gets a growing share of the traffic, judged at each stage',
    suits: 'major feature releases',
  },
  'blue-green': {
    does: 'the green side is looked at without traffic, takes shares where the config says so, and then all of it; the old side stays up, so that the way back is one step',
    suits: 'critical system updates',
  },
  rolling: {
    does: 'the traffic goes over in equal steps, each watched for a short time',
    suits: 'patches and hotfixes that all users need soon',
  },
  stepwise: {
    does: 'both sides run: the old one serves alone at first, and a part until the last step',
    suits: 'migrations of data',
  },
}
