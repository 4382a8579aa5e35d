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
  /** Whether the answer to weights that were taken over is lost. */
  loses: boolean
  /** Whether the new version's slot says nothing at all. */
  hangs: () => boolean
  /** Whether it cuts every connection. */
  cuts: boolean
  /** Status of everything else that the new version's slot is asked. */
  status: number
}

/** All traffic is on blue. */
export async function fakeTraffic(versions: FakeTraffic['versions']): Promise<FakeTraffic> {
  const put: Weights[] = []
  const weights: Weights = { blue: 100, green: 0 }
  const state: Pick<FakeTraffic, 'weights' | 'take' | 'loses' | 'hangs' | 'cuts' | 'status'> = {
    weights,
    take: (wanted) => wanted,
    loses: false,
    hangs: () => false,
    cuts: false,
    status: 200,
  }
  const [blue, green] = await Promise.all([
    serve((_, response) => json(response, { version: versions.blue })),
    serve(({ url }, response) => {
      if (state.cuts) response.destroy()
      else if (url !== '/version') json(response, {}, state.status)
      else if (!state.hangs()) json(response, { version: versions.green })
    }),
  ])
  const router = await serve(async ({ method, body }, response) => {
    if (method === 'PUT') {
      const wanted = JSON.parse(body) as Weights
      put.push(wanted)
      state.weights = await state.take(wanted)
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
