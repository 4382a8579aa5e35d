/** Where the images of a product are. */
export interface ImageName {
  /** Registry and repository, such as `ghcr.io/acme/checkout`. */
  readonly name: string
  /** Address of the registry where it is not https at the host of the name. */
  readonly registry?: string | undefined
  /** Origin that hands out tokens, where it is not the registry's own. */
  readonly 'token-origin'?: string | undefined
}

/** A container registry as the OCI distribution specification has it. */
export interface ImageRegistry {
  /**
   * Bytes of the manifest that a digest names, which were read and hashed; undefined when the registry has none.
   * @throws Failure `unauthorised`, `rate-limited`, `server-error`, `timeout`, `connection`, `forbidden-origin`,
   * `too-large`; `bad-answer` for other bytes than the digest names.
   */
  manifestSize(image: ImageName, digest: string): Promise<number | undefined>
}
