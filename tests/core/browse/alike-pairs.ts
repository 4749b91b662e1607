/** Recommendations as reports of two years make them, written by hand. `alike` are what a reader would hold against each other. */
export interface Pairs {
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** Places in both. */
  readonly alike: readonly (readonly [first: number, second: number])[];
}

/** What the weights were chosen with. */
export const TUNED: Pairs = {
  first: [
    'The Cabinet Office should publish vacancy and turnover figures for every department each quarter',
    'Permanent secretaries should stay in post for at least five years',
    'Ministers should be able to appoint expert policy advisers through extended ministerial offices',
    'The Treasury should set multi-year budgets for capital projects and stick to them',
    'Government should create a single digital skills academy for civil servants',
    'Select committees should hold pre-appointment hearings for the chairs of all major regulators',
    'The prime minister should limit the number of reshuffles, and junior ministers should serve two years',
    'Departments should pay more to keep data scientists and software engineers',
    'Whitehall should move a further 10,000 senior roles out of London',
    'A new office should hold departments to account for the evaluation of major programmes',
    'Government should publish its assessment of the devolved administrations’ funding needs',
    'The Ministry of Justice should cut the backlog of the crown court by extending sitting days',
  ],
  second: [
    'Turnover of staff should be published quarterly, department by department',
    'The Cabinet Office should publish an annual report on its work with the devolved administrations',
    'A pay framework for digital specialists, such as data scientists and engineers, should match the market',
    'Ministers should not be reshuffled within two years of their appointment, save for resignations',
    'The Treasury should publish a distributional analysis of each budget',
    'Chairs of regulators should face a pre-appointment hearing of the select committee',
    'Sitting days in the crown court should be uncapped until the backlog has fallen by half',
    'Every permanent secretary should be appointed for a fixed term of five years',
    'Government should publish a national strategy for child poverty',
    'Large programmes should be evaluated, and the evaluations published within six months',
    'The House of Lords should be cut to 600 members',
    'Local authorities should be given multi-year settlements',
  ],
  alike: [
    [0, 0],
    [1, 7],
    [5, 5],
    [6, 3],
    [7, 2],
    [9, 9],
    [11, 6],
  ],
};

/** What showed that something telling has to be shared. */
export const SECOND: Pairs = {
  first: [
    'Government should replace council tax with a proportional property tax',
    'The National Audit Office should audit the costing of manifesto commitments',
    'Prison governors should have control over the recruitment of prison officers',
    'Schools should receive funding for pupils with special educational needs without having to pass a threshold',
    'Metro mayors should be given a share of income tax raised in their areas',
    'All contracts over £5m should be published within 30 days of their award',
    'NHS England should set out a workforce plan with projections of GP numbers every two years',
    'The ministerial code should be put on a statutory footing, with an independent adviser who can start investigations',
    'Net zero policies should be scored for emissions at each fiscal event',
    'The Infrastructure and Projects Authority should stop projects that no longer make sense',
    'The government should set out clear objectives and report progress to parliament each year',
  ],
  second: [
    'Income tax should be shared with mayoral combined authorities',
    'Stamp duty and council tax should give way to an annual tax on property in proportion to its value',
    'Parliament should be told of progress each year against clear objectives for school attendance',
    'The independent adviser on the ministerial code should be able to open investigations without the prime minister',
    'Court staff should be recruited locally',
    'The Treasury should publish the effect on emissions of tax and spending decisions at fiscal events',
    'Authorities should publish their contracts no later than a month after the award',
    'The number of GPs should be projected in a workforce plan that is revised every second year',
    'Commitments in the coalition agreement should be costed before they are made',
    'Thresholds for a child’s education, health and care plan should be the same everywhere',
    'The government should report to parliament each year on its objectives for flood defences',
    'New prisons should be built where officers can be recruited',
  ],
  alike: [
    [0, 1],
    [4, 0],
    [5, 6],
    [6, 7],
    [7, 3],
    [8, 5],
  ],
};

/** What was written before that rule, and put away until all of it stood. */
export const HELD_OUT: Pairs = {
  first: [
    'Universities should be allowed to raise fees in line with inflation',
    'Local plans should be approved within 18 months or the planning inspectorate should step in',
    'Police forces should share one procurement body for vehicles and uniforms',
    'Government should appoint a chief scientific adviser in each department by next year',
    'The asylum backlog should be cleared by hiring 2,000 more caseworkers',
    'Councils should be funded for adult social care on the basis of need rather than past spending',
    'The fuel duty escalator should be restored',
    'Officials should be given protected time for training in data analysis',
    'The government should consult before it changes the rules on public appointments',
    'Freedom of information requests should be answered by the Cabinet Office within 20 working days',
    'Rail fares should be simplified and set by a single body',
  ],
  second: [
    'Adult social care should be paid for according to need, and not according to what was spent before',
    'Ministers should stop freezing fuel duty',
    'Asylum decisions should be made within six months, with more caseworkers to clear the backlog',
    'Training of police officers should include data analysis',
    'The planning inspectorate should take over where a council has no local plan in place',
    'Public appointments should be made within three months, and delays published',
    'Students from poor families should receive maintenance grants at university',
    'Train fares should be set by one body and made simple',
    'The Cabinet Office should answer freedom of information requests on time and publish how many are late',
    'Working groups of officials should report to the cabinet within 20 days',
    'Vehicles of the armed forces should be bought by one body',
    'Chief scientific advisers should attend the departmental board',
  ],
  alike: [
    [1, 4],
    [4, 2],
    [5, 0],
    [6, 1],
    [9, 8],
    [10, 7],
  ],
};
