module.exports = class DealWithoutEnd1795456300000 {
    name = 'DealWithoutEnd1795456300000'

    async up(db) {
        await db.query(`ALTER TABLE "compute_asset" ALTER COLUMN "maturity_at" DROP NOT NULL`)
    }

    async down(db) {
        await db.query(`ALTER TABLE "compute_asset" ALTER COLUMN "maturity_at" SET NOT NULL`)
    }
}
