/** Example files in Riskwatch's own two formats, with instruments of the simulated exchange. */
export const templates = [
  {
    key: 'transactions',
    file: 'riskwatch-transactions.csv',
    text: `date,type,symbol,quantity,price,currency,fee,amount,note
2024-01-02,DEPOSIT,,,,USD,,25000,Opening cash
2024-01-03,BUY,ORBX,40,120.50,USD,1,,
2024-02-15,BUY,XWLD,60,98.20,USD,1,,
2024-06-28,DIVIDEND,ORBX,,,USD,,18.40,
`,
  },
  {
    key: 'holdings',
    file: 'riskwatch-holdings.csv',
    text: `symbol,quantity,price,currency
ORBX,40,120.50,USD
XWLD,60,98.20,USD
`,
  },
] as const;
