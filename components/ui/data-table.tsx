import clsx from 'clsx'
import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers and money stand at the end of their column. */
  align?: 'start' | 'end'
  /** The cell that names the row; one per table. */
  rowHeader?: boolean
  /** A header for assistive technology only, such as that of a column of buttons. */
  headerHidden?: boolean
  nowrap?: boolean
}

interface DataTableProps<Row> {
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Dense for the desk and portfolios, airy for registrants. */
  density?: 'dense' | 'airy'
  /** What would be here and how to get it; shown when there are no rows. */
  empty: ReactNode
  /** On a phone each row is a card on a sheet of its own; within a panel rows are parted by a rule. */
  cards?: boolean
  /** So many columns that a tablet shows cards as well. */
  wide?: boolean
  /** A closing row, such as a total: one cell for each column, in order. */
  foot?: readonly ReactNode[]
}

/** A ledger rendered on the server: sticky head, and where it would not fit a pile of cards (`piled`, `tabled`). */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, density = 'airy', empty, foot } = props
  const { cards = false, wide = false } = props
  if (rows.length === 0) return <>{empty}</>
  const dense = density === 'dense'
  return (
    // Browsers drop the roles of a table once its cells are laid out as blocks, hence the explicit ones.
    <table
      role="table"
      className={clsx('stacked w-full border-collapse', dense && 'text-sm', wide && 'wide')}
    >
      <caption className={captionHidden ? 'sr-only' : 'pb-2 text-start text-lg font-semibold'}>
        {caption}
      </caption>
      <TableHead columns={columns} dense={dense} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr
            role="row"
            key={rowKey(row)}
            className={clsx(
              'border-b border-rule hover:bg-well',
              cards && 'piled:mb-3 piled:border piled:bg-sheet piled:px-4',
            )}
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} dense={dense}>
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {foot && <TableFoot columns={columns} foot={foot} dense={dense} />}
    </table>
  )
}

interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  dense: boolean
}

function TableHead<Row>({ columns, dense }: TableHeadProps<Row>) {
  return (
    <thead role="rowgroup" className="top-0 z-10 bg-paper piled:sr-only tabled:sticky print:static">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.key}
            role="columnheader"
            scope="col"
            className={clsx(
              'border-b-2 border-ink px-2 text-sm font-semibold text-ink-soft first:ps-3 last:pe-3',
              dense ? 'h-8' : 'h-10',
              column.align === 'end' ? 'text-end' : 'text-start',
            )}
          >
            <span className={column.headerHidden ? 'sr-only' : undefined}>{column.header}</span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Cell<Row>({
  column,
  dense,
  children,
}: {
  column: Column<Row>
  dense: boolean
  children: ReactNode
}) {
  const Tag = column.rowHeader ? 'th' : 'td'
  return (
    <Tag
      role={column.rowHeader ? 'rowheader' : 'cell'}
      scope={column.rowHeader ? 'row' : undefined}
      data-label={column.headerHidden ? '' : column.header}
      className={clsx(
        'piled:empty:hidden tabled:px-2 tabled:first:ps-3 tabled:last:pe-3',
        dense ? 'tabled:h-9 tabled:py-1' : 'tabled:h-14 tabled:py-2',
        column.align === 'end' ? 'text-end' : 'text-start',
        column.rowHeader && 'font-semibold piled:block piled:pb-1 piled:before:hidden',
        !column.rowHeader &&
          !column.headerHidden &&
          'piled:grid piled:grid-cols-[6.5rem_1fr] piled:gap-2 piled:before:max-w-none piled:before:content-[attr(data-label)]',
        column.headerHidden && 'piled:block',
        column.nowrap && 'whitespace-nowrap',
      )}
    >
      {/* One box beside the label on a phone, whatever stands in it. */}
      <div className="min-w-0">{children}</div>
    </Tag>
  )
}

interface TableFootProps<Row> extends TableHeadProps<Row> {
  foot: readonly ReactNode[]
}

function TableFoot<Row>({ columns, foot, dense }: TableFootProps<Row>) {
  return (
    <tfoot role="rowgroup">
      <tr role="row" className="ledger-rule font-semibold">
        {columns.map((column, index) => (
          <td
            key={column.key}
            role="cell"
            className={clsx(
              'piled:empty:hidden tabled:px-2 tabled:first:ps-3 tabled:last:pe-3',
              dense ? 'tabled:h-9' : 'tabled:h-14',
              column.align === 'end' ? 'tabled:text-end' : 'tabled:text-start',
            )}
          >
            {foot[index]}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
