module.exports = class StakePositionCost1796000100000 {
    name = 'StakePositionCost1796000100000'

    async up(db) {
        await db.query(`ALTER TABLE "stake_position" ADD "cost_basis" numeric`)
        await db.query(`ALTER TABLE "stake_position" ADD "realized_yield" numeric`)
        await db.query(`ALTER TABLE "stake_position" ADD "entry_at" TIMESTAMP WITH TIME ZONE`)
        await db.query(`ALTER TABLE "stake_position" ADD "last_exit_cost" numeric`)
        await db.query(`ALTER TABLE "stake_position" ADD "last_exit_entry_at" TIMESTAMP WITH TIME ZONE`)
        await db.query(`ALTER TABLE "stake_position" ADD "pooled_shares" numeric`)
        await db.query(`ALTER TABLE "stake_position" ADD "pooled_cost" numeric`)
        await db.query(`ALTER TABLE "stake_position" ADD "pooled_share_seconds" numeric`)
    }

    async down(db) {
        for (const column of ['pooled_share_seconds', 'pooled_cost', 'pooled_shares', 'last_exit_entry_at', 'last_exit_cost', 'entry_at', 'realized_yield', 'cost_basis']) {
            await db.query(`ALTER TABLE "stake_position" DROP COLUMN "${column}"`)
        }
    }
}
