import { isCityCode, type GeneratedCity } from '@kasane/sample-municipality';
import { parseArgs } from 'node:util';

export const generateUsage =
  'npm run generate-municipality -- --households 50000 [--seed 1] [--municipality 282286|072028] [--cases 2%] [--into <data folder>] [--append]';

export interface GenerateArguments extends GeneratedCity {
  readonly households: number;
  readonly append: boolean;
  /** The data folder of a hub; without it, the one that the hub is configured with. */
  readonly into: string | undefined;
}

/** @throws {Error} with every problem of the command line at once, for staff */
export function parseGenerateArguments(args: readonly string[]): GenerateArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      households: { type: 'string' },
      seed: { type: 'string', default: '1' },
      municipality: { type: 'string', default: '282286' },
      cases: { type: 'string', default: '2%' },
      into: { type: 'string' },
      append: { type: 'boolean', default: false },
    },
  });
  const { municipality } = values;
  const households = wholeNumber(values.households, 5_000_000);
  const seed = wholeNumber(values.seed, 999_999);
  const cases = shareOf(values.cases);
  const problems = [
    ...(households === undefined || households < 1 ? ['--households: 世帯数(1〜5,000,000)'] : []),
    ...(seed === undefined ? ['--seed: 0〜999999 の整数'] : []),
    ...(isCityCode(municipality) ? [] : ['--municipality: 282286(加東市)または 072028(会津若松市)']),
    ...(cases === undefined ? ['--cases: 0%〜100%(例 2%、0.5%)'] : []),
  ];
  if (
    households === undefined ||
    seed === undefined ||
    cases === undefined ||
    !isCityCode(municipality) ||
    problems.length > 0
  )
    throw new Error(
      `引数を確かめてください。\n${problems.map((one) => `- ${one}`).join('\n')}\n\n${generateUsage}`,
    );
  return { households, seed, municipality, cases, append: values.append, into: values.into };
}

function wholeNumber(text: string | undefined, most: number): number | undefined {
  const number = text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;
  return number !== undefined && number <= most ? number : undefined;
}

function shareOf(text: string): number | undefined {
  const [, number] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text) ?? [];
  return number !== undefined && Number(number) <= 100 ? Number(number) / 100 : undefined;
}
