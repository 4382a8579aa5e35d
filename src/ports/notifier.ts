import type { Notice } from '../domain/report/notice.ts'

/** One way to tell people. */
export interface Notifier {
  /** Tell them once; nothing is repeated. @throws Failure when it was refused or got no good answer. */
  tell(notice: Notice): Promise<void>
}
