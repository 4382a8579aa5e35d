/** The version of GitHub's REST API that is asked for by name: what is answered without one may change. */
export const API_VERSION = '2022-11-28'
