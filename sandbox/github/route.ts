import type { Endpoints } from '@octokit/types'
import type { OperationName } from './contract/operations.ts'
import type { Permissions } from './options.ts'
import { refuse } from './refusal.ts'
import type { Repository, Token } from './store.ts'
import type { World } from './world.ts'

/** Path, query and body values of an operation, typed as GitHub describes them. */
export type Input<Name> = Name extends keyof Endpoints
  ? Endpoints[Name]['parameters']
  : { readonly release_id: number; readonly name: string; readonly label?: string }

/** One checked request on its way into a route. */
export interface Call<Parameters = unknown> {
  readonly world: World
  readonly token: Token
  /** The repository of the path. Refuses where the operation has none. */
  readonly repository: Repository
  readonly input: Parameters
  /** The body as sent: JSON already read, else undefined. */
  readonly body: unknown
  /** The body's bytes. Fails when the client goes away before its end. */
  readonly readBytes: () => Promise<Uint8Array>
  /** The middle of an upload: where a fault wants it, the request ends here. */
  readonly halfway: () => Promise<void>
  readonly headers: Headers
  /** Address as the client wrote it. */
  readonly url: URL
}

/** What a route answers: JSON data or bytes, or neither. */
export interface Answer {
  readonly status: number
  readonly data?: unknown
  readonly bytes?: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** One operation with the permissions that open it (alternatives). */
export interface Route {
  readonly name: OperationName
  readonly needs: readonly Permissions[]
  readonly answer: (call: Call<never>) => Answer | Promise<Answer>
}

/** Declares the route of one operation. */
export function route<const Name extends OperationName>(
  name: Name,
  needs: Permissions | readonly Permissions[],
  answer: (call: Call<Input<Name>>) => Answer | Promise<Answer>,
): Route {
  return { name, needs: isList(needs) ? needs : [needs], answer }
}

/** 200 with data. */
export const ok = (data: unknown): Answer => ({ status: 200, data })

/** 201 with data. */
export const created = (data: unknown): Answer => ({ status: 201, data })

/** 204 without a body. */
export const noContent = (): Answer => ({ status: 204 })

/** The value, or GitHub's 404 when there is none. */
export function found<Value>(value: Value | undefined | null): Value {
  return value ?? refuse(404, 'Not Found')
}

function isList(needs: Permissions | readonly Permissions[]): needs is readonly Permissions[] {
  return Array.isArray(needs)
}
