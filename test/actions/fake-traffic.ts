import { setTimeout as pause } from 'node:timers/promises'
import { json, type Server, serve } from './server.ts'

type Weights = Readonly<Record<string, number>>

/** A router and its two slots, as small as they can be. */
export interface FakeTraffic extends AsyncDisposable {
  readonly router: Server
  readonly blue: Server
  readonly green: Server
  weights: Weights
  /** Version that answers in each slot. */
  readonly versions: Record<'blue' | 'green', string>
  /** Every set of weights that was put, in order. */
  readonly put: readonly Weights[]
  /** Called before weights are taken over; what it returns is what the router holds afterwards. */
  take: (wanted: Weights) => Weights | Promise<Weights>
  /** Whether the router answers 503, asked at each request before anything else. */
  refuses: () => boolean
  /** Milliseconds until weights that were taken over are held. */
  lag: number
  /** Whether the answer to weights that were taken over is lost. */
  loses: boolean
  /** Whether the new version's slot says nothing at all. */
  hangs: () => boolean
  /** Whether it cuts every connection. */
  cuts: boolean
  /** Status of everything else that the new version's slot is asked. */
  status: number
  /** Milliseconds that each slot takes for an answer other than its version. */
  readonly takes: Record<'blue' | 'green', number>
}

type Changeable = Pick<
  FakeTraffic,
  'weights' | 'take' | 'takes' | 'refuses' | 'lag' | 'loses' | 'hangs' | 'cuts' | 'status'
>

/** All traffic is on blue. */
export async function fakeTraffic(versions: FakeTraffic['versions']): Promise<FakeTraffic> {
  const put: Weights[] = []
  const weights: Weights = { blue: 100, green: 0 }
  const state: Changeable = {
    weights,
    take: (wanted) => wanted,
    refuses: () => false,
    lag: 0,
    loses: false,
    hangs: () => false,
    cuts: false,
    status: 200,
    takes: { blue: 0, green: 0 },
  }
  const [blue, green] = await Promise.all([
    serve(async ({ url }, response) => {
      if (url !== '/version') await pause(state.takes.blue)
      json(response, { version: versions.blue })
    }),
    serve(({ url }, response) => {
      if (state.cuts) response.destroy()
      else if (url !== '/version')
        void pause(state.takes.green).then(() => json(response, {}, state.status))
      else if (!state.hangs()) json(response, { version: versions.green })
    }),
  ])
  const router = await serve(async ({ method, body }, response) => {
    if (state.refuses()) return json(response, {}, 503)
    if (method === 'PUT') {
      const wanted = JSON.parse(body) as Weights
      put.push(wanted)
      const taken = await state.take(wanted)
      if (state.lag === 0) state.weights = taken
      else setTimeout(() => Object.assign(state, { weights: taken }), state.lag).unref()
      if (state.loses) return void response.destroy()
    }
    const list = Object.entries(state.weights).map(([name, weight]) => ({ name, url: '', weight }))
    json(response, list)
  })
  return Object.assign(state, {
    ...{ router, blue, green, versions, put },
    async [Symbol.asyncDispose]() {
      for (const server of [router, blue, green]) await server[Symbol.asyncDispose]()
    },
  })
}
