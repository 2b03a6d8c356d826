import { expect, test } from '@jest/globals';
import { choices } from '../words/words.js';
import { issueGroups } from './issue-groups.js';

test('every issue of the sheet stands in one group, once', () =>
  expect(issueGroups.flatMap(({ codes }) => codes).sort()).toEqual(
    choices('IssueCode')
      .map(({ value }) => value)
      .sort(),
  ));
