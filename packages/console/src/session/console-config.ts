/** What the gateway tells the console before anybody has signed in. */
export interface ConsoleConfig {
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  readonly production: boolean;
  /** Minutes without a key or pointer after which the screen is hidden. */
  readonly idleMinutes: number;
}

let asked: Promise<ConsoleConfig> | undefined;

/** Asked once for the life of the page. */
export function consoleConfig(): Promise<ConsoleConfig> {
  asked ??= fetch('/console.json').then((answer) => {
    if (!answer.ok) throw new Error('console.json');
    return answer.json() as Promise<ConsoleConfig>;
  });
  return asked;
}
