/** One line a call, made safe: no workflow command can be started by text from outside. */
export interface Log {
  info(line: string): void
  warning(line: string): void
  error(line: string): void
}
