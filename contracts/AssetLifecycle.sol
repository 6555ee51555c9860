// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";

/// @title The financed assets: what was registered, and the status of each
/// @dev Amounts in AID wei (1e18 = one dollar), times in unix seconds. The admin keeps the registry.
abstract contract AssetLifecycle is AccessControl {
    enum Status {
        Pending,
        Active,
        Delinquent,
        Defaulted,
        Matured,
        Liquidated
    }

    /// @dev assetClass: 0 GPU, 1 ROBOTICS, 2 DATA_CENTER. dealType: 0 debt, 1 equity, 2 hybrid. principal in AID wei.
    struct Registration {
        bytes32 assetId;
        address token;
        bytes32 spId;
        uint8 assetClass;
        uint8 dealType;
        uint256 principal;
        uint32 aprBps;
        uint64 startAt;
        uint64 maturityAt;
        string metadataURI;
    }

    mapping(bytes32 assetId => Registration) private _registrationOf;
    mapping(bytes32 assetId => Status) private _statusOf;

    event AssetRegistered(
        bytes32 indexed assetId,
        address indexed token,
        bytes32 indexed spId,
        uint8 assetClass,
        uint8 dealType,
        uint256 principal,
        uint32 aprBps,
        uint64 startAt,
        uint64 maturityAt,
        string metadataURI
    );
    event AssetStatusChanged(bytes32 indexed assetId, uint8 indexed oldStatus, uint8 indexed newStatus);

    error InvalidRegistration(bytes32 assetId);
    error AlreadyRegistered(bytes32 assetId);
    error NotRegistered(bytes32 assetId);
    error IllegalTransition(bytes32 assetId, uint8 oldStatus, uint8 newStatus);

    modifier onlyRegistered(bytes32 assetId) {
        if (!isRegistered(assetId)) revert NotRegistered(assetId);
        _;
    }

    /// @notice Enters an asset, with status Pending.
    function register(Registration calldata r) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (isRegistered(r.assetId)) revert AlreadyRegistered(r.assetId);
        bool classified = r.assetClass <= 2 && r.dealType <= 2;
        if (r.assetId == 0 || r.principal == 0 || r.maturityAt <= r.startAt || !classified) {
            revert InvalidRegistration(r.assetId);
        }
        _registrationOf[r.assetId] = r;
        emit AssetRegistered(
            r.assetId,
            r.token,
            r.spId,
            r.assetClass,
            r.dealType,
            r.principal,
            r.aprBps,
            r.startAt,
            r.maturityAt,
            r.metadataURI
        );
    }

    /// @notice Moves an asset along its life; see `isLegal`.
    function setStatus(bytes32 assetId, uint8 newStatus)
        external
        onlyRole(DEFAULT_ADMIN_ROLE)
        onlyRegistered(assetId)
    {
        uint8 oldStatus = uint8(_statusOf[assetId]);
        if (!isLegal(oldStatus, newStatus)) revert IllegalTransition(assetId, oldStatus, newStatus);
        _statusOf[assetId] = Status(newStatus);
        emit AssetStatusChanged(assetId, oldStatus, newStatus);
    }

    /// @notice What was registered; reverts NotRegistered for an unknown asset.
    function registrationOf(bytes32 assetId)
        external
        view
        onlyRegistered(assetId)
        returns (Registration memory)
    {
        return _registrationOf[assetId];
    }

    /// @notice The status of an asset; reverts NotRegistered for an unknown one.
    function statusOf(bytes32 assetId) external view onlyRegistered(assetId) returns (Status) {
        return _statusOf[assetId];
    }

    /// @notice Whether the asset is registered.
    function isRegistered(bytes32 assetId) public view returns (bool) {
        return _registrationOf[assetId].principal != 0;
    }

    /// @notice Pending to Active; Active to Delinquent and back; Delinquent to Defaulted; Active or Delinquent to
    /// Matured; Defaulted to Liquidated or Matured. Nothing else.
    function isLegal(uint8 oldStatus, uint8 newStatus) public pure returns (bool) {
        if (newStatus > uint8(Status.Liquidated)) return false;
        Status to = Status(newStatus);
        if (oldStatus == uint8(Status.Pending)) return to == Status.Active;
        if (oldStatus == uint8(Status.Active)) return to == Status.Delinquent || to == Status.Matured;
        if (oldStatus == uint8(Status.Delinquent)) {
            return to == Status.Active || to == Status.Defaulted || to == Status.Matured;
        }
        if (oldStatus == uint8(Status.Defaulted)) return to == Status.Liquidated || to == Status.Matured;
        return false;
    }
}
