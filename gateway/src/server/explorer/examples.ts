/** An operation to begin with, in a tab of its own. */
export interface Example {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Of the hub's own schema; a test holds them to it. */
export const hubExamples: readonly Example[] = [
  {
    query: `# 世帯をさがす — the households that you work on
#
# 上の欄に、サインインのトークンと利用目的を入れてください。
# Put your access token and purpose into the fields above. Sample sign-ins: npm run sign-in
query Households {
  households(first: 5) {
    edges {
      node {
        id
        members {
          relation
          person {
            id
            identity {
              name
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# 世帯を分野横断で見る — one household across all sectors. The id is one of the first tab's.
query HouseholdAcrossSectors($id: ID!) {
  household(id: $id) {
    members {
      relation
      person {
        identity {
          name
          birthDate
        }
        elderCare {
          certification {
            level
            validUntil
          }
        }
        disabilitySupport {
          certificates {
            kind
            grade
          }
        }
        childFamily {
          schooling {
            name
            grade
          }
        }
        livelihoodSupport {
          plan {
            goal
          }
        }
      }
    }
  }
}
`,
    variables: { id: '' },
  },
  {
    query: `# 何が、どの根拠で見えるか — what is shown on which basis, and what would open the rest
query WhatIsShownAndWhy($id: ID!) {
  household(id: $id) {
    members {
      person {
        identity {
          name
        }
        disclosure {
          sectors {
            name
            categories {
              name
              tier
              granted
              level
              why
              nextSteps {
                label
              }
            }
          }
        }
      }
    }
  }
}
`,
    variables: { id: '' },
  },
  {
    query: `# 期限の近い同意 — consents that end soon
query ConsentsExpiring {
  consentsExpiring(withinDays: 60) {
    id
    subject {
      identity {
        name
      }
    }
  }
}
`,
  },
  {
    query: `# 機関と分野 — offices and sectors, by published facts; needs no purpose
query Offices {
  sectors {
    id
    name
  }
  offices {
    name
  }
}
`,
  },
];

/** In front of a foreign supergraph: a question that every schema answers. */
export const openExamples: readonly Example[] = [
  {
    query: `# 「説明」を選ぶと、計画・所要時間・バイト数が extensions.explain に出ます。
# With "explain", plan, milliseconds and bytes per subgraph are in extensions.explain.
{
  __typename
}
`,
  },
];
